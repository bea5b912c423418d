using System.Globalization;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>Date and time of RFC 3339.</summary>
internal static partial class UtcTime
{
    internal const string Accepted = "a date and time in UTC such as 2026-11-21T07:30:00Z";

    /// <param name="text">As sent.</param>
    /// <param name="wasConverted">Whether it had another offset than UTC.</param>
    /// <returns>Null when it is no moment; so also without an offset.</returns>
    internal static DateTimeOffset? Read(string text, out bool wasConverted)
    {
        wasConverted = false;
        if (!Pattern().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return null;
        wasConverted = moment.Offset != TimeSpan.Zero;
        return moment.ToUniversalTime();
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Pattern();
}
