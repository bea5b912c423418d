using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How far the tumour has spread.</summary>
public sealed class StageFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal StageFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>Such as <c>pT3</c>.</summary>
    public Fact<string> TCategory => Tnm.T;

    public Fact<string> NCategory => Tnm.N;

    public Fact<string> MCategory => Tnm.M;

    /// <summary>Stage group such as <c>IIIB</c>.</summary>
    public Fact<string> Group => Tnm.Group;

    /// <summary>By the stage group alone, such as <c>I</c> or <c>IB</c>.</summary>
    public Fact<bool> StageOne => field ??= Group.Select(group => group.Trim().ToUpperInvariant().TrimEnd('A', 'B', 'C') is "I" or "1");

    /// <summary>What of T, N, M, group and extent is recorded, in one phrase such as <c>pT2, N1</c>; NotRecorded when none.</summary>
    public Fact<string> Recorded => field ??= FindRecorded();

    public Fact<Extent> Extent => field ??= new ExtentReader(_chart, Tnm, Spread).Read();

    /// <summary>Event-like: answered and empty is the empty set.</summary>
    public Fact<ImmutableHashSet<MetastasisSite>> MetastasisSites => field ??= FindSites();

    /// <summary>Any at all; one that was found proves it.</summary>
    public Fact<bool> Metastases => field ??=
        TrustedEvidence.Of(Spread.Metastatic.Select(spread => spread.Evidence)) is { IsEmpty: false } found
            ? Fact.Known(true, found)
            : Spread.Gaps.NeverUnlessMissing();

    public Fact<bool> BoneMetastases => field ??= FindMetastases(site => site == MetastasisSite.Bone);

    /// <summary>Lymph nodes are involved, by category or by diagnosis; known absent only where N0 is recorded.</summary>
    public Fact<bool> NodesPositive => field ??= FindNodes();

    public Fact<bool> LiverMetastases => field ??= FindMetastases(site => site == MetastasisSite.Liver);

    /// <summary>Known absent only when cross-sectional or receptor imaging exists.</summary>
    public Fact<bool> ExtrahepaticMetastases => field ??= FindExtrahepatic();

    /// <summary>Metastatic, or regional and unresectable by text.</summary>
    public Fact<bool> Advanced => field ??= FindAdvanced();

    /// <summary>Date of the last metastasis, recurrence or progression.</summary>
    public Fact<PartialDate> LastSpread => field ??= new LastSpreadReader(_chart, _picture.Tumour, Spread).Read();

    private TnmReader Tnm => field ??= new(_chart, _picture.Tumour);

    private SpreadReader Spread => field ??= new(_chart, _picture.Tumour, Tnm);

    private Fact<string> ExtentInWords => Tnm.StatedExtent.Select(extent => $"\"{extent.ToString().ToLowerInvariant()}\"");

    private Fact<string> FindRecorded()
    {
        Fact<string>[] parts = [TCategory, NCategory, MCategory, Group.Select(group => $"stage {group}"), ExtentInWords];
        var known = parts.OfType<Fact<string>.Known>().ToArray();
        if (known.Length > 0)
            return Fact.Known(string.Join(", ", known.Select(part => part.Value)), [.. known.SelectMany(part => part.Evidence).Distinct()]);
        return Array.Find(parts, part => !part.Missing.IsEmpty)
            ?? Array.Find(parts, part => part.WhyUnknown != UnknownReason.NotRecorded)
            ?? parts[0];
    }

    private Fact<ImmutableHashSet<MetastasisSite>> FindSites()
    {
        ImmutableArray<Evidence> evidence = [.. Spread.Metastatic.Select(spread => spread.Evidence).Distinct()];
        return Spread.Gaps is { Any: true } gaps
            ? Fact.Missing<ImmutableHashSet<MetastasisSite>>(gaps.Reason, gaps.Needs) with { Evidence = evidence }
            : Fact.Known<ImmutableHashSet<MetastasisSite>>([.. Spread.Metastatic.Select(spread => spread.Site)], evidence);
    }

    /// <summary>A metastasis whose site is not stated may be any.</summary>
    private Fact<bool> FindMetastases(Func<MetastasisSite, bool> isMeant)
    {
        if (TrustedEvidence.Of(Spread.Metastatic.Where(spread => isMeant(spread.Site)).Select(spread => spread.Evidence)) is { IsEmpty: false } found)
            return Fact.Known(true, found);
        if (Spread.Gaps is { Any: true } gaps)
            return gaps.NeverUnlessMissing();
        ImmutableArray<Evidence> others = [.. Spread.Metastatic.Select(spread => spread.Evidence)];
        return Spread.Metastatic.Any(spread => spread.Site == MetastasisSite.Unspecified)
            ? Fact.Unknown<bool>(UnknownReason.NotRecorded, others)
            : Fact.Known(false, others);
    }

    private Fact<bool> FindNodes()
    {
        Evidence[] found =
        [
            .. Spread.RegionalNodes,
            .. Spread.Metastatic.Where(spread => spread.Site == MetastasisSite.DistantNodes).Select(spread => spread.Evidence),
            .. Tnm.StatedN.Test(ExtentReader.HasNodes) == Truth.Yes ? Tnm.StatedN.Evidence : [],
        ];
        return found.Length > 0 ? Fact.Known(true, TrustedEvidence.Of(found))
            : Spread.Gaps is { Any: true } gaps ? gaps.NotRecordedUnlessMissing<bool>()
            : Tnm.StatedN.Then(n => n.EndsWith("N0", StringComparison.Ordinal)
                ? Fact.Known(false, Tnm.StatedN.Evidence)
                : Fact.Unknown<bool>(UnknownReason.NotRecorded, Tnm.StatedN.Evidence));
    }

    private Fact<bool> FindExtrahepatic()
    {
        var found = FindMetastases(site => site is not (MetastasisSite.Liver or MetastasisSite.Unspecified));
        if (found is not Fact<bool>.Known { Value: false })
            return found;
        var imaging = _picture.Imaging.CrossSectional is Fact<bool>.Known { Value: true } ? _picture.Imaging.CrossSectional : _picture.Imaging.SstrImaging;
        return imaging switch
        {
            Fact<bool>.Known { Value: true } => Fact.Known(false, [.. found.Evidence, .. imaging.Evidence]),
            Fact<bool>.Known => Fact.Unknown<bool>(UnknownReason.NotRecorded, found.Evidence),
            _ => Fact.UnknownLike<bool>(imaging),
        };
    }

    private Fact<bool> FindAdvanced() =>
        Extent.Then(extent => extent switch
        {
            Picture.Extent.Metastatic => Fact.Known(true, Extent.Evidence),
            Picture.Extent.Localized => Fact.Known(false, Extent.Evidence),
            _ => new ResectabilityReader(_chart).Unresectable() switch
            {
                Fact<bool>.Known known => Fact.Known(known.Value, [.. Extent.Evidence, .. known.Evidence]),
                var unknown => unknown,
            },
        });
}
