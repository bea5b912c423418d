using System.Globalization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tells a dose as a clinician would.</summary>
internal static class DoseInWords
{
    /// <summary>Such as <c>90 mg every 28 days</c>; null when nothing of it is stated.</summary>
    internal static string? Of(PrescribedDose dose)
    {
        var amount = dose.Milligrams is { } milligrams ? $"{Range(milligrams)} mg" : dose.Gigabecquerel is { } activity ? $"{Range(activity)} GBq" : null;
        var rhythm = dose switch
        {
            { TimesPerDay: 1 } => "once daily",
            { TimesPerDay: { } times } => $"{Plain(times)} times daily",
            { IntervalDays: { } days } when days % 7 == 0 => $"every {Plain(days / 7)} week{(days == 7 ? "" : "s")}",
            { IntervalDays: { } days } => $"every {Plain(days)} days",
            _ => null,
        };
        return (amount, rhythm) is (null, null) ? null : string.Join(' ', new[] { amount, rhythm }.OfType<string>());
    }

    private static string Range(Interval<decimal> bounds) => bounds.IsExact ? Plain(bounds.Low) : $"{Plain(bounds.Low)}-{Plain(bounds.High)}";

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
