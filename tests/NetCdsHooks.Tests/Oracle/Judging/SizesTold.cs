using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>The largest diameter of the tumour in the body, and its growth (clinical part 4.3).</summary>
internal sealed class SizesTold(Judge judge)
{
    private bool HasGap => judge.Gap(DataNeed.Pathology);

    private IEnumerable<Finding> InPlace => judge.Results(FindingKinds.Size).Where(result => !result.OnSpecimen);

    internal Told<Amount> Latest => LatestOf(InPlace);

    internal Verdict IsMeasured => Verdicts.Found(InPlace.Any(), HasGap);

    internal Told<Amount> Specimen => LatestOf(judge.Results(FindingKinds.Size).Where(result => result.OnSpecimen));

    /// <summary>5 mm a year or more, or 5 mm and more within 90 days.</summary>
    internal Verdict HasGrown
    {
        get
        {
            if (HasGap)
                return Verdict.NotAsked;
            if (judge.Latest(InPlace) is not { Comparator: null, Unit: not "in" } || HasTwoOnOneDay)
                return Verdict.NotTold;
            var exact = InPlace.Where(result => result is { Comparator: null, Unit: not "in" } && Days.Read(result.Date) is { } days && days.First == days.Last)
                .Select(result => (Day: Days.Read(result.Date)!.Value.First, Size: Read(result).Low)).OrderBy(size => size.Day).ToArray();
            if (exact.Length < 2)
                return Verdict.NotTold;
            var (lastDay, last) = exact[^1];
            var earlier = exact[..^1].Select(size => (Days: lastDay.DayNumber - size.Day.DayNumber, size.Size)).ToArray();
            var paired = earlier.Where(size => size.Days is >= 90 and <= 730).ToArray();
            var soon = earlier.Where(size => size.Days is > 0 and < 90).ToArray();
            var isFast = soon.Any(size => last - size.Size >= 5);
            if (paired.Length == 0)
                return isFast ? Verdict.Yes : soon.Length > 0 ? Verdict.No : Verdict.NotTold;
            var pair = paired.OrderBy(size => Math.Abs(size.Days - 365)).First();
            var rate = Math.Round((last - pair.Size) * 365 / pair.Days, 1, MidpointRounding.AwayFromZero);
            return Verdicts.Of(rate >= 5 || isFast);
        }
    }

    /// <summary>Then there may be more than one tumour.</summary>
    private bool HasTwoOnOneDay => InPlace.Where(result => result.Date is not null).GroupBy(result => result.Date).Any(day => day.Select(Read).Distinct().Count() > 1);

    /// <summary>Of the latest day the largest; nothing when that day's values mean nothing.</summary>
    private Told<Amount> LatestOf(IEnumerable<Finding> sizes)
    {
        var all = sizes.ToArray();
        var day = judge.Latest(all)?.Date;
        var usable = all.Where(result => result.Date == day && result.Unit != "in").Select(Read).OrderBy(size => size.High).ToArray();
        return HasGap || usable.Length == 0 ? Told<Amount>.Nothing(HasGap) : Told<Amount>.Of(usable[^1]);
    }

    private static Amount Read(Finding result)
    {
        var millimetres = result.Unit == "cm" ? result.Amount!.Value * 10 : result.Amount!.Value;
        return Amount.With(result.Comparator, millimetres, 0, 1000);
    }
}
