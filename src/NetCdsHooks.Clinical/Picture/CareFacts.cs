using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tumour board, fitness and pain.</summary>
public sealed class CareFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal CareFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    public Fact<MdtReview> MdtReview => field ??= Judge(Mdts, () => _picture.Stage.LastSpread);

    /// <summary>NotRecorded when none.</summary>
    public Fact<PartialDate> LastMdt => field ??= LastOf(Mdts);

    /// <summary>0 to 5.</summary>
    public Fact<int> Ecog => field ??= PerformanceStatus.Latest(_chart);

    /// <summary>0 to 10, the highest of the latest day.</summary>
    public Fact<Interval<decimal>> PainScore => field ??= PainScores.Latest(_chart);

    private MdtRecords Mdts => field ??= new(_chart);

    internal static Fact<PartialDate> LastOf(MdtRecords mdts) =>
        mdts.Last is not { } last ? mdts.Gaps.NotRecordedUnlessMissing<PartialDate>()
        : mdts.Gaps.Any ? mdts.Gaps.MissingBeside<PartialDate>(last)
        : last.Date is { } date ? Fact.Known(date, last)
        : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, last);

    /// <summary>A review that is current stays so whatever else could not be retrieved; every other answer needs the whole record.</summary>
    /// <param name="mdts">The reviews held and planned.</param>
    /// <param name="lastSpread">When the disease last spread; asked only when there is a review to set against it.</param>
    internal static Fact<MdtReview> Judge(MdtRecords mdts, Func<Fact<PartialDate>> lastSpread)
    {
        var held = mdts.Last is { } last ? SetAgainst(last, lastSpread()) : Fact.Known(Picture.MdtReview.None);
        if (held is Fact<MdtReview>.Known { Value: Picture.MdtReview.Current })
            return held;
        if (mdts.Gaps.Any)
            return mdts.Gaps.MissingBeside<MdtReview>(mdts.Held);
        return mdts.Planned is { } planned && held is Fact<MdtReview>.Known ? Fact.Known(Picture.MdtReview.Planned, planned) : held;
    }

    private static Fact<MdtReview> SetAgainst(Evidence review, Fact<PartialDate> lastSpread)
    {
        if (lastSpread.WhyUnknown == UnknownReason.NotRecorded)
            return Fact.Known(Picture.MdtReview.Current, review);
        return lastSpread.Then(spread =>
            review.Date is not { } held ? Fact.Unknown<MdtReview>(UnknownReason.Unusable, review)
            : held.First >= spread.Last ? Fact.Known(Picture.MdtReview.Current, review)
            : held.Last < spread.First ? Fact.Known(Picture.MdtReview.Outdated, [review, .. lastSpread.Evidence])
            : Fact.Unknown<MdtReview>(UnknownReason.Unusable, [review, .. lastSpread.Evidence]));
    }
}
