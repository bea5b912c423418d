using System.CommandLine;
using System.Globalization;

namespace NetCdsHooks.Commands;

/// <summary>The option <c>--as-of</c>: the day that a verb takes for today.</summary>
internal static class AsOfDay
{
    internal static Option<string?> Option(string purpose) => new("--as-of") { Description = $"The day {purpose}, such as 2026-11-21 (default: today)" };

    /// <exception cref="CommandException">It is no day.</exception>
    internal static DateOnly Read(string? text)
    {
        if (text is null)
            return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CommandException($"--as-of: found \"{text}\"; accepted: a date such as 2026-11-21");
    }
}
