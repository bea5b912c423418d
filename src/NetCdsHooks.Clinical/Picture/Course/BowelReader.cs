using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds bowel complaints among the active, confirmed diagnoses.</summary>
internal sealed class BowelReader(Chart chart)
{
    internal Fact<bool> Has(string conceptId)
    {
        var found = TrustedEvidence.Of(Complaints(conceptId).Select(condition => EvidenceOf(condition, conceptId)));
        return found.IsEmpty ? GapsFor(conceptId).NeverUnlessMissing() : Fact.Known(true, found);
    }

    /// <summary>Recorded, or begun, after a day; a diarrhoea of the day itself did not come after it.</summary>
    /// <param name="start">When the treatment was begun; an unknown day leaves open which came first.</param>
    internal Fact<DiarrhoeaOnSsa> DiarrhoeaSince(Fact<PartialDate> start)
    {
        const string Diarrhoea = "diarrhoea";
        var found = Complaints(Diarrhoea).ToArray();
        if (found.Length == 0)
            return GapsFor(Diarrhoea).NeverUnlessMissing().Select(_ => DiarrhoeaOnSsa.No);
        ImmutableArray<Evidence> evidence = TrustedEvidence.Of(found.Select(condition => EvidenceOf(condition, Diarrhoea)));
        if (start is not Fact<PartialDate>.Known { Value: var begun })
            return start.Missing.IsEmpty
                ? Fact.Known(DiarrhoeaOnSsa.Undated, [.. evidence, .. start.Evidence])
                : Fact.UnknownLike<DiarrhoeaOnSsa>(start);
        var after = found.Max(condition => DaysOf(condition).Select(day => ComesAfter(day, begun)).DefaultIfEmpty(Truth.Unknown).Max());
        return after switch
        {
            Truth.Yes => Fact.Known(DiarrhoeaOnSsa.Yes, [.. evidence, .. start.Evidence]),
            _ when GapsFor(Diarrhoea) is { Any: true } gaps => gaps.MissingBeside<DiarrhoeaOnSsa>(evidence),
            Truth.Unknown => Fact.Known(DiarrhoeaOnSsa.Undated, [.. evidence, .. start.Evidence]),
            _ => Fact.Known(DiarrhoeaOnSsa.No, [.. evidence, .. start.Evidence]),
        };
    }

    private IEnumerable<Condition> Complaints(string conceptId) =>
        chart.Record.All<Condition>().Where(condition =>
            condition.IsConfirmed() && condition.IsActive() && !chart.IsFuture(condition.ClinicalDate(chart)) && chart.Means(conceptId, condition.Code));

    private IEnumerable<PartialDate> DaysOf(Condition condition) =>
        new[] { condition.ClinicalDate(chart), condition.RecordedOn(chart) }.OfType<PartialDate>();

    private static Truth ComesAfter(PartialDate day, PartialDate start) =>
        day.First > start.Last ? Truth.Yes : day.Last <= start.First ? Truth.No : Truth.Unknown;

    private Gaps GapsFor(string conceptId) => chart.GapsIn([DataNeed.Conditions], conceptId);

    private Evidence EvidenceOf(Condition condition, string conceptId) =>
        new(condition.Self, condition.ClinicalDate(chart), chart.Match(conceptId, condition.Code).ConfidenceOfName(condition.Code));
}
