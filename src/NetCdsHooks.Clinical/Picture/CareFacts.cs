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

    /// <summary>A review that is current or planned stays so whatever else could not be retrieved; that there is none, or an old one, needs the whole record.</summary>
    /// <param name="mdts">The reviews held and planned.</param>
    /// <param name="lastSpread">When the disease last spread; asked only when there is a review to set against it.</param>
    internal static Fact<MdtReview> Judge(MdtRecords mdts, Func<Fact<PartialDate>> lastSpread)
    {
        var held = mdts.Last is { } last ? SetAgainst(last, lastSpread()) : Fact.Known(Picture.MdtReview.None);
        if (held is Fact<MdtReview>.Known { Value: Picture.MdtReview.Current })
            return held;
        if (mdts.Planned is { } planned)
            return Fact.Known(Picture.MdtReview.Planned, planned);
        var isSettled = held.WhyUnknown == UnknownReason.Unusable && mdts.Last?.Date is not null;
        return mdts.Gaps.Any && !isSettled ? mdts.Gaps.MissingBeside<MdtReview>(mdts.Held) : held;
    }

    private static Fact<MdtReview> SetAgainst(Evidence review, Fact<PartialDate> lastSpread)
    {
        if (lastSpread.WhyUnknown == UnknownReason.NotRecorded)
            return Fact.Known(Picture.MdtReview.Current, review);
        if (review.Date is { } day && lastSpread.Evidence.FirstOrDefault(spread => spread.Date is { } later && day.Last < later.First) is { } since)
            return Fact.Known(Picture.MdtReview.Outdated, review, since);
        return lastSpread.Then(spread =>
            review.Date is not { } held ? Fact.Unknown<MdtReview>(UnknownReason.Unusable, review)
            : held.First >= spread.Last ? Fact.Known(Picture.MdtReview.Current, review)
            : held.Last < spread.First ? Fact.Known(Picture.MdtReview.Outdated, [review, .. lastSpread.Evidence])
            : Fact.Unknown<MdtReview>(UnknownReason.Unusable, [review, .. lastSpread.Evidence]));
    }
}
