using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Derives the extent from metastases, nodes, TNM, stage group and words for it; the farthest that is stated counts.</summary>
internal sealed class ExtentReader(Chart chart, TnmReader tnm, SpreadReader spread)
{
    internal Fact<Extent> Read()
    {
        if (!spread.Metastatic.IsEmpty)
            return Fact.Known(Extent.Metastatic, TrustedEvidence.Of(spread.Metastatic.Select(metastasis => metastasis.Evidence)));
        if (spread.Gaps is { Any: true } gaps)
            return gaps.NotRecordedUnlessMissing<Extent>();
        if (TrustedEvidence.Of(Regional()) is { IsEmpty: false } regional)
            return Fact.Known(Extent.Regional, regional);
        if (Array.Find([tnm.StatedM, tnm.StatedN, tnm.StatedGroup], stated => stated.WhyUnknown == UnknownReason.Conflicting) is { } conflict)
            return Fact.UnknownLike<Extent>(conflict);
        if (tnm.StatedExtent.WhyUnknown == UnknownReason.Conflicting)
            return tnm.StatedExtent;
        return Localized() is { IsEmpty: false } localized
            ? Fact.Known(Extent.Localized, localized)
            : chart.GapsIn([DataNeed.Reports], "pathology-report").NotRecordedUnlessMissing<Extent>();
    }

    /// <summary>True for N1 to N3, with or without a prefix.</summary>
    internal static bool HasNodes(string category) =>
        category.Contains("N1", StringComparison.Ordinal) || category.Contains("N2", StringComparison.Ordinal) || category.Contains("N3", StringComparison.Ordinal);

    private IEnumerable<Evidence> Regional() =>
        [
            .. spread.RegionalNodes,
            .. Says(tnm.StatedN, HasNodes),
            .. Says(tnm.StatedGroup, group => group.StartsWith("III", StringComparison.Ordinal)),
            .. Says(tnm.StatedExtent, extent => extent == Extent.Regional),
        ];

    private ImmutableArray<Evidence> Localized()
    {
        ImmutableArray<Evidence> nodes = [.. Says(tnm.StatedN, n => n.EndsWith("N0", StringComparison.Ordinal))];
        ImmutableArray<Evidence> metastases = [.. Says(tnm.StatedM, m => m.EndsWith("M0", StringComparison.Ordinal))];
        return !nodes.IsEmpty && !metastases.IsEmpty
            ? [.. nodes, .. metastases]
            : [.. Says(tnm.StatedGroup, group => group[0] is '0' or 'I'), .. Says(tnm.StatedExtent, extent => extent == Extent.Localized)];
    }

    private static IEnumerable<Evidence> Says<T>(Fact<T> stated, Func<T, bool> isMeant)
        where T : notnull =>
        stated.Test(isMeant) == Truth.Yes ? stated.Evidence : [];
}
