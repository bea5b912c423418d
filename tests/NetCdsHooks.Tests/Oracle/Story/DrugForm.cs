namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Whether a drug was ordered, is said to be taken, or was given.</summary>
internal enum DrugForm
{
    Ordered,
    Taken,
    Given,
}
