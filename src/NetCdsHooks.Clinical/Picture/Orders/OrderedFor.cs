using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tells whether an order is for another disease than the tumour.</summary>
internal sealed class OrderedFor(Chart chart, TumourFacts tumour)
{
    /// <summary>
    /// The cancer of an organ in which a NET can begin is another disease unless the NET began there, for some write a NET that way.
    /// Where its site is unknown, so is the answer.
    /// </summary>
    internal Fact<bool> OtherDisease(DraftReading order)
    {
        if (order.Reasons.Any(reason => chart.Means("net", reason)))
            return Fact.Known(false, order.Evidence);
        if (order.Reasons.Any(reason => chart.Means("other-indication", reason)))
            return Fact.Known(true, order.Evidence);
        ImmutableArray<CodeableConcept> organs = [.. order.Reasons.Where(reason => chart.Means("cancer-of-net-organ", reason))];
        return organs.IsEmpty
            ? Fact.Known(false, order.Evidence)
            : tumour.Site.Select(site => !organs.Any(organ => IsOf(site, organ)));
    }

    /// <summary>The parts of the midgut, and the small intestine without its part, stand for each other.</summary>
    private bool IsOf(PrimarySite site, CodeableConcept organ) =>
        chart.Means(SiteConcepts.Of(site), organ)
        || (site == PrimarySite.Duodenum && chart.Means(SiteConcepts.Of(PrimarySite.SmallIntestine), organ))
        || (chart.Means("midgut", organ) && tumour.Midgut is Fact<bool>.Known { Value: true });
}
