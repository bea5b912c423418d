namespace NetCdsHooks.Clinical.Record;

/// <summary>
/// One thing to ask the record for. A need that was not answered completely makes the facts it feeds unknown.
/// </summary>
public enum DataNeed
{
    Patient,
    Conditions,
    Pathology,
    Markers,
    Labs,
    Status,
    Reports,
    Imaging,
    Procedures,
    MedicationRequests,
    MedicationStatements,
    MedicationAdministrations,
    ServiceRequests,
    Appointments,
    CarePlans,
    Family,

    /// <summary>The orders that come with the call; nobody is asked for them.</summary>
    DraftOrders,
}
