namespace NetCdsHooks.Clinical.Picture;

public enum DueState
{
    NotDue,
    Due,
    Overdue,
}
