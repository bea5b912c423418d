using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Size and growth of the tumour in place.</summary>
public sealed class SizeFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal SizeFacts(Chart chart, ClinicalPicture picture)
    {
        _chart = chart;
        _picture = picture;
    }

    /// <summary>Latest in-situ largest diameter in mm.</summary>
    public Fact<Interval<decimal>> Largest => field ??= LatestOf(reading => reading.InPlace);

    /// <summary>The pair of sizes compared; NotRecorded without a usable pair.</summary>
    public Fact<Growth> Growth => field ??= FindGrowth();

    /// <summary>Sizes whose vague dates leave it open whether the tumour grew as fast as matters.</summary>
    internal ImmutableArray<Evidence> GrowthInDoubt =>
        Gaps.Any ? [] : [.. InPlace.Where(tumour => tumour.IsOneTumour(InPlace)).SelectMany(tumour => GrowthRule.InDoubt(tumour)).Distinct()];

    private ImmutableArray<SizeSeries> InPlace => field.IsDefault ? field = SizeSeries.Of(Readings.Where(reading => reading.InPlace)) : field;

    /// <summary>Latest largest diameter measured on a specimen, in mm.</summary>
    internal Fact<Interval<decimal>> Specimen => field ??= LatestOf(reading => !reading.InPlace);

    /// <summary>Of the tumour that was taken out: as measured on the specimen, else as it was last seen in place.</summary>
    public Fact<Interval<decimal>> Removed => Specimen.WhyUnknown == UnknownReason.NotRecorded ? Largest : Specimen;

    private ImmutableArray<SizeReading> Readings => field.IsDefault ? field = Read() : field;

    private Gaps Gaps => _chart.GapsIn([DataNeed.Pathology], "tumour-size", "tumour-largest-dimension");

    private ImmutableArray<SizeReading> Read()
    {
        var reader = new SizeReader(_chart);
        return reader.OfPrimary(reader.ReadAll(), () => _picture.Tumour.Site is Fact<PrimarySite>.Known known ? known.Value : null);
    }

    /// <summary>The largest of the latest sizes of each tumour.</summary>
    private Fact<Interval<decimal>> LatestOf(Func<SizeReading, bool> wanted)
    {
        var series = SizeSeries.Of(Readings.Where(wanted));
        if (Gaps.Any)
            return Gaps.MissingBeside<Interval<decimal>>(EvidenceOf(series));
        if (series.IsEmpty)
            return Fact.Unknown<Interval<decimal>>(UnknownReason.NotRecorded);
        var usable = series.Where(tumour => tumour.LatestSize is not null).ToList();
        if (usable.Count == 0)
            return Fact.Unknown<Interval<decimal>>(UnknownReason.Unusable, EvidenceOf(series));
        var unusable = usable.Count < series.Length;
        var largest = usable.Select(tumour => tumour.LatestSize!.Value).Aggregate(SizeIntervals.Larger);
        return unusable
            ? Fact.Known(new Interval<decimal>(largest.Low, LengthReader.NoLimit, largest.LowIncluded), EvidenceOf(series))
            : Fact.Known(largest, EvidenceOf(usable.Where(tumour => tumour.LatestSize!.Value.High == largest.High)));
    }

    private Fact<Growth> FindGrowth()
    {
        if (Gaps.Any)
            return Gaps.NotRecordedUnlessMissing<Growth>();
        var fastest = InPlace
            .Where(tumour => tumour.IsOneTumour(InPlace))
            .Select(GrowthRule.Find)
            .OfType<GrowthRule.Pair>()
            .OrderByDescending(pair => pair.Speed)
            .FirstOrDefault();
        return fastest is null ? Fact.Unknown<Growth>(UnknownReason.NotRecorded) : Fact.Known(fastest.Growth, fastest.Evidence);
    }

    private static ImmutableArray<Evidence> EvidenceOf(IEnumerable<SizeSeries> series) =>
        [.. series.SelectMany(tumour => tumour.Latest).Select(reading => reading.Evidence)];
}
