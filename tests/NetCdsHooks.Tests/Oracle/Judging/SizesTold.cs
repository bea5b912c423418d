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

    /// <summary>5 mm a year or more, or 5 mm and more within 90 days; not told where vague dates allow both answers.</summary>
    internal Verdict HasGrown
    {
        get
        {
            if (HasGap)
                return Verdict.NotAsked;
            var steps = Steps;
            var isFast = steps.Any(step => step is { Least: > 0, Most: < 90, Grown: >= 5 });
            if (Pair(steps) is { } pair)
                return isFast || pair.Slowest >= 5 ? Verdict.Yes : pair.Fastest >= 5 ? Verdict.NotTold : Verdict.No;
            return isFast ? Verdict.Yes : steps.Any(step => step is { Least: > 0, Most: < 90 }) ? Verdict.No : Verdict.NotTold;
        }
    }

    /// <summary>Growth that only some of the days allow which a vague date may mean.</summary>
    internal bool IsGrowthVague
    {
        get
        {
            var steps = Steps;
            if (HasGap || steps.Any(step => step is { Least: > 0, Most: < 90, Grown: >= 5 }))
                return false;
            var pair = Pair(steps);
            return steps.Any(step => step.Least != step.Most && (pair is null || step == pair || step.Least < 90) && step.MayBeFast);
        }
    }

    /// <summary>The one closest to a year on its worst day.</summary>
    private static Step? Pair(Step[] steps) => steps
        .Where(step => step is { Least: >= 90, Most: <= 730 } or { Least: > 0, Most: >= 90 and <= 730, Grown: >= 5 })
        .OrderBy(step => Math.Max(Math.Abs(step.Most - 365), Math.Abs(step.Least - 365)))
        .FirstOrDefault();

    /// <summary>From each size to each that may be the latest; none where one of the latest is no plain number.</summary>
    private Step[] Steps
    {
        get
        {
            var dated = InPlace.Where(result => result.Date is not null).Select(result => (Result: result, Days: Days.Read(result.Date)!.Value)).ToArray();
            if (dated.Length == 0 || HasTwoOnOneDay)
                return [];
            var last = dated.Max(size => size.Days.First);
            var latest = dated.Where(size => size.Days.Last >= last).ToArray();
            return latest.All(size => IsPlain(size.Result))
                ?
                [
                    .. from later in latest
                       from earlier in dated
                       where IsPlain(earlier.Result) && earlier.Days.First <= later.Days.First && earlier.Days != later.Days
                       select new Step(
                           later.Days.First.DayNumber - earlier.Days.Last.DayNumber,
                           later.Days.Last.DayNumber - earlier.Days.First.DayNumber,
                           Read(later.Result).Low - Read(earlier.Result).Low),
                ]
                : [];
        }
    }

    private static bool IsPlain(Finding result) => result is { Comparator: null, Unit: not "in" };

    /// <summary>How much a tumour grew, and in how many days at least and at most.</summary>
    private sealed record Step(int Least, int Most, decimal Grown)
    {
        internal decimal Slowest => RateOver(Most, Grown);

        internal decimal Fastest => RateOver(Math.Max(Least, 90), Grown);

        /// <summary>On some of the days, but not on all. Which of two sizes came first may be open.</summary>
        internal bool MayBeFast
        {
            get
            {
                if (Least > 0 && Most is >= 90 and <= 730 && (Least >= 90 || Grown >= 5) && Slowest >= 5)
                    return false;
                var grown = Least > 0 ? Grown : Math.Abs(Grown);
                var soonest = Math.Max(Least, 90);
                return (Least < 90 && grown >= 5) || (soonest <= Math.Min(Most, 730) && RateOver(soonest, grown) >= 5);
            }
        }

        private static decimal RateOver(int days, decimal grown) => Math.Round(grown * 365 / days, 1, MidpointRounding.AwayFromZero);
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
