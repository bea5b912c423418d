using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds what stands on the problem list.</summary>
internal static class NamedConditions
{
    /// <summary>Confirmed entries that mean a concept; none from the future.</summary>
    internal static IEnumerable<(Condition Condition, Evidence Evidence)> ConditionsOf(this Chart chart, string conceptId)
    {
        foreach (var condition in chart.Record.All<Condition>())
        {
            var date = condition.ClinicalDate(chart);
            if (condition.IsConfirmed() && !chart.IsFuture(date) && chart.Match(conceptId, condition.Code) is var match and not ConceptMatch.No)
                yield return (condition, new(condition.Self, date, match.ConfidenceOfName(condition.Code)));
        }
    }

    /// <summary>Whether such an entry exists; not to find one means no only in a list that was read to the end.</summary>
    internal static Fact<bool> HasCondition(this Chart chart, string conceptId, Func<Condition, bool> accept)
    {
        var found = TrustedEvidence.Of(chart.ConditionsOf(conceptId).Where(entry => accept(entry.Condition)).Select(entry => entry.Evidence));
        return found.IsEmpty ? chart.GapsIn([DataNeed.Conditions], conceptId).NeverUnlessMissing() : Fact.Known(true, found);
    }
}
