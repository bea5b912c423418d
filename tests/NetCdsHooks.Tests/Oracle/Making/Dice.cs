using System.Globalization;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Chance that always falls the same way for the same seed.</summary>
internal sealed class Dice(int seed, DateOnly today)
{
    private readonly Random _random = new(seed);

    internal DateOnly Today => today;

    internal bool Maybe(int percent) => _random.Next(100) < percent;

    /// <summary>From the least to the most, both included.</summary>
    internal int Number(int least, int most) => _random.Next(least, most + 1);

    internal T One<T>(params ReadOnlySpan<T> of) => of[_random.Next(of.Length)];

    /// <summary>Some day before today, often near a boundary that the rules know.</summary>
    internal string Past() => Write(One<Func<DateOnly>>(
        () => today.AddDays(-Number(0, 60)),
        () => today.AddDays(-Number(61, 400)),
        () => today.AddDays(-Number(401, 2500)),
        () => today.AddMonths(-One(2, 3, 6, 12, 18, 24)).AddDays(Number(-1, 1)))());

    /// <summary>A past date as records have it: now and then only a month or a year, or none.</summary>
    internal string? Told() => Number(0, 99) switch
    {
        < 5 => null,
        < 9 => Past()[..7],
        < 11 => Past()[..4],
        _ => Past(),
    };

    internal string Future() => Write(today.AddDays(One(Number(0, 31), Number(0, 400))));

    internal string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
