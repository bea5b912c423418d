using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Everything in the record that tells whether MEN1 was looked for, each with what it says.</summary>
internal sealed class Men1Records(Chart chart)
{
    private const string Gene = "men1-gene-test";
    private const string Genetics = "genetic-assessment";

    internal ImmutableArray<(Men1Screening Says, Evidence Evidence)> All => field.IsDefault
        ? field =
        [
            .. chart.Record.All<Condition>().SelectMany(Of), .. FromResults(), .. FromReports(), .. FromVisits(),
            .. chart.FamilyNaming("men1-named").Select(evidence => (Men1Screening.Screened, evidence)), .. FromOrders(),
        ]
        : field;

    /// <summary>Diagnoses of MEN1 that were refuted.</summary>
    internal IEnumerable<Evidence> Refuted =>
        chart.Record.All<Condition>().Where(IsRefuted)
            .Select(condition => EvidenceOf(condition, chart.Match("men1-named", condition.Code)));

    /// <summary>A suspicion is a reason to look and no sign that somebody did.</summary>
    private IEnumerable<(Men1Screening Says, Evidence Evidence)> Of(Condition condition)
    {
        if (IsRefuted(condition))
            yield return (Men1Screening.ScreenedNegative, EvidenceOf(condition, chart.Match("men1-named", condition.Code)));
        else if (!condition.IsConfirmed() || IsSuspicion(condition))
            yield break;
        else if (chart.Match("men1", condition.Code) is var match and not ConceptMatch.No)
            yield return (Men1Screening.Diagnosed, EvidenceOf(condition, match));
        else if (chart.Match("men1-named", condition.Code) is var named and not ConceptMatch.No)
            yield return (Men1Screening.Screened, EvidenceOf(condition, named));
    }

    private IEnumerable<(Men1Screening Says, Evidence Evidence)> FromResults() =>
        from result in chart.ResultsFor(Gene)
        where result.Value.HasValue()
        select (Read(result.Value.ValueBoolean is { } found ? found ? "positive" : "negative" : string.Join("; ", result.Value.Wordings())), result.Evidence);

    private IEnumerable<(Men1Screening Says, Evidence Evidence)> FromReports()
    {
        foreach (var report in chart.Record.All<DiagnosticReport>())
        {
            var match = Max(chart.Match(Gene, report.Code), chart.Match(Genetics, report.Code));
            var date = report.ClinicalDate(chart);
            if (match == ConceptMatch.No || !report.Counts() || chart.IsFuture(date))
                continue;
            var says = chart.Means(Gene, report.Code) ? Read(report.Conclusion) : Men1Screening.Screened;
            yield return (says, new(report.Self, date, says == Men1Screening.Screened ? match.ConfidenceOfName(report.Code) : Confidence.FreeText));
        }
    }

    /// <summary>Genetic counselling and tests that were done, whatever they found.</summary>
    private IEnumerable<(Men1Screening Says, Evidence Evidence)> FromVisits() =>
        from visit in chart.Record.All<Procedure>().Where(procedure => procedure.IsDone()).Select(procedure => ImageSource.Of(procedure, chart))
            .Concat(chart.Record.All<ServiceRequest>().Where(order => order.IsDone()).Select(order => ImageSource.Of(order, chart)))
            .Concat(chart.Record.All<Appointment>().Where(appointment => appointment.WasKept()).Select(appointment => ImageSource.Of(appointment, chart)))
        let match = Max(chart.Match(Gene, visit.Name), chart.Match(Genetics, visit.Name))
        where match != ConceptMatch.No && !chart.IsFuture(visit.Evidence.Date)
        select (Men1Screening.Screened, visit.Evidence with { Confidence = match.ConfidenceOfName(visit.Name) });

    private IEnumerable<(Men1Screening Says, Evidence Evidence)> FromOrders() =>
        chart.Pending.Where(order => order.Kinds.Contains(OrderKind.Genetics)).Select(order => (Men1Screening.Pending, order.Evidence));

    /// <summary>The result of a gene test in words. A variant of unknown meaning is no answer.</summary>
    private Men1Screening Read(string? text) =>
        chart.MeansText("gene-variant-absent", text) ? Men1Screening.ScreenedNegative
        : chart.MeansText("gene-variant-found", text) ? Men1Screening.Diagnosed
        : Men1Screening.Screened;

    /// <summary>"Suspected MEN1", whatever its code: nobody has looked yet.</summary>
    private bool IsSuspicion(Condition condition) =>
        condition.Code?.Wordings.Any(wording => chart.MeansText("men1-suspected", wording)) is true;

    private bool IsRefuted(Condition condition) =>
        condition.IsRefuted() && chart.Means("men1-named", condition.Code);

    private Evidence EvidenceOf(Condition condition, ConceptMatch match) =>
        new(condition.Self, condition.ClinicalDate(chart), match.ConfidenceOfName(condition.Code));

    private static ConceptMatch Max(ConceptMatch one, ConceptMatch other) => one > other ? one : other;
}
