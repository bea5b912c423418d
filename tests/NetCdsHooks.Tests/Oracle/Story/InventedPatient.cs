using System.Globalization;
using System.Text;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A patient who exists in no record, told in clinical terms and not in FHIR.</summary>
internal sealed record InventedPatient(int Seed, DateOnly Today)
{
    internal string? BirthDate { get; init; }

    internal string? Sex { get; init; }

    internal bool IsDead { get; init; }

    internal List<Diagnosis> Diagnoses { get; init; } = [];

    internal List<Finding> Findings { get; init; } = [];

    internal List<Scan> Scans { get; init; } = [];

    internal List<Report> Reports { get; init; } = [];

    internal List<Act> Acts { get; init; } = [];

    internal List<DrugUse> Drugs { get; init; } = [];

    internal List<Request> Requests { get; init; } = [];

    internal List<Relative> Relatives { get; init; } = [];

    /// <summary>Searches that failed altogether: nothing of what they would have found is there.</summary>
    internal HashSet<DataNeed> Failed { get; init; } = [];

    /// <summary>Searches that ended early: what is there is true, and there may be more.</summary>
    internal HashSet<DataNeed> CutShort { get; init; } = [];

    internal bool HasGap(DataNeed need) => Failed.Contains(need) || CutShort.Contains(need);

    /// <summary>What can be seen in spite of the searches that failed.</summary>
    internal InventedPatient AsSeen() => this with
    {
        Diagnoses = Seen(Diagnoses, _ => DataNeed.Conditions),
        Findings = Seen(Findings, finding => finding.Kind.Need),
        Scans = Seen(Scans, _ => DataNeed.Imaging),
        Reports = Seen(Reports, _ => DataNeed.Reports),
        Acts = Seen(Acts, _ => DataNeed.Procedures),
        Drugs = Seen(Drugs, drug => drug.Form switch
        {
            DrugForm.Ordered => DataNeed.MedicationRequests,
            DrugForm.Taken => DataNeed.MedicationStatements,
            _ => DataNeed.MedicationAdministrations,
        }),
        Relatives = Seen(Relatives, _ => DataNeed.Family),
        Requests = Seen(Requests, request => request.IsAppointment ? DataNeed.Appointments : DataNeed.ServiceRequests),
    };

    /// <summary>The whole story, a line each.</summary>
    internal string InWords()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {Seed}, today {Today:yyyy-MM-dd}, born {BirthDate ?? "-"}, {Sex ?? "-"}{(IsDead ? ", died" : "")}");
        foreach (var entry in new IEnumerable<object>[] { Diagnoses, Findings, Scans, Reports, Acts, Drugs, Requests, Relatives }.SelectMany(list => list))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {entry}");
        if (Failed.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  failed: {string.Join(", ", Failed)}");
        if (CutShort.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  cut short: {string.Join(", ", CutShort)}");
        return text.ToString();
    }

    private List<T> Seen<T>(List<T> all, Func<T, DataNeed> needOf) => [.. all.Where(entry => !Failed.Contains(needOf(entry)))];
}
