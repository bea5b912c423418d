namespace NetCdsHooks.Clinical.Record;

/// <summary>The moment in the workflow at which the record is read (CDS Hooks, hook library).</summary>
public enum Hook
{
    PatientView,
    OrderSelect,
    OrderSign,
    OrderDispatch,
    AppointmentBook,
    EncounterStart,
    EncounterDischarge,
    ProblemListItemCreate,
}
