using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A small pancreatic tumour under observation, and what has come up since it was last imaged.</summary>
public sealed class WatchFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal WatchFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>It was fit for observation when last imaged, whatever syndrome has come up since.</summary>
    public Fact<bool> ObservedPancreas => field ??= FindObserved();

    /// <summary>Answered and empty is the empty set.</summary>
    public Fact<ImmutableHashSet<NewFeature>> NewFeatures => field ??= FindFeatures();

    /// <summary>In words with their dates, newest first; NotRecorded when there is none.</summary>
    public Fact<string> NewFeature => field ??= Fresh is { IsEmpty: false } fresh
        ? Fact.Known(string.Join(", ", fresh.Select(Describe).Distinct()), [.. fresh.Select(found => found.Evidence)])
        : NewFeatures.Then(_ => Fact.Unknown<string>(UnknownReason.NotRecorded));

    private NewFeatures Features => field ??= new(_chart, _picture.Tumour, _picture.Imaging.LastPancreaticImaging);

    private ImmutableArray<FoundFeature> Fresh => [.. Features.All.Where(found => found.IsNew == Truth.Yes)];

    /// <summary>One that was found proves itself, whatever else could not be retrieved.</summary>
    internal Truth Has(NewFeature feature)
    {
        var answer = Features.All.Where(found => found.Feature == feature).Aggregate(Truth.No, (sum, found) => sum.Or(found.IsNew));
        return answer == Truth.No && Features.Gaps.Any ? Truth.Unknown : answer;
    }

    private Fact<ImmutableHashSet<NewFeature>> FindFeatures()
    {
        var evidence = TrustedEvidence.Of(Fresh.Select(found => found.Evidence));
        if (Features.Gaps is { Any: true } gaps)
            return gaps.MissingBeside<ImmutableHashSet<NewFeature>>(evidence);
        var open = Features.All.Where(found => found.IsNew == Truth.Unknown && !Fresh.Any(fresh => fresh.Feature == found.Feature)).ToArray();
        if (open.Length > 0)
            return open.Any(Features.WaitsForImage) && _picture.Imaging.LastPancreaticImaging is Fact<PartialDate>.Unknown unknown
                ? Fact.UnknownLike<ImmutableHashSet<NewFeature>>(unknown) with { Evidence = evidence }
                : Fact.Unknown<ImmutableHashSet<NewFeature>>(UnknownReason.Unusable, [.. open.Select(found => found.Evidence)]);
        return Fact.Known<ImmutableHashSet<NewFeature>>([.. Fresh.Select(found => found.Feature)], evidence);
    }

    private Fact<bool> FindObserved()
    {
        ImmutableArray<Evidence> knownBefore = [.. Features.KnownBefore.Select(found => found.Evidence)];
        var lastImage = _picture.Imaging.LastPancreaticImaging;
        if (!knownBefore.IsEmpty && lastImage.Missing.IsEmpty)
            return Fact.Known(false, knownBefore);
        var observed = SurveillancePlans.ObservedPancreas(PlanInputsReader.Read(_chart, _picture) with
        {
            Function = Fact.Unknown<FunctionalStatus>(UnknownReason.NotRecorded),
        });
        return observed.Holds switch
        {
            Truth.No => Fact.Known(false, observed.Evidence),
            Truth.Yes when knownBefore.IsEmpty => Fact.Known(true, observed.Evidence),
            Truth.Yes => Fact.UnknownLike<bool>(lastImage),
            Truth.Unknown => Fact.UnknownLike<bool>(observed.Missing()),
            _ => throw new UnreachableException($"{observed.Holds} is no truth"),
        };
    }

    private static string Describe(FoundFeature found) =>
        found.Evidence.Date is { } date ? $"{found.Wording} ({date})" : found.Wording;
}
