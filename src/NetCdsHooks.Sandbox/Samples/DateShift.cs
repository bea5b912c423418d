using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>
/// Moves every date of a resource by whole days. A date is known by the name of its member and by its form, so that an
/// identifier or a text that looks like a year stays as it is. Time of day and offset are kept as written.
/// </summary>
internal static partial class DateShift
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "authored", "authoredOn", "created", "date", "dateAsserted", "end", "event", "issued", "lastUpdated", "recorded",
        "sent", "start", "started", "time", "timestamp", "whenHandedOver", "whenPrepared",
    ]);

    private static readonly string[] Endings = ["Date", "DateTime", "Instant", "Time"];

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Apply(JsonElement resource, int days)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            Copy(resource, holdsDate: false, days, writer);
        return JsonElement.Parse(buffer.ToArray());
    }

    /// <summary>A partial date moves from the middle of its period and keeps its precision; what is no date stays.</summary>
    public static string Move(string value, int days)
    {
        var match = DatePattern().Match(value);
        if (!match.Success)
            return value;
        if (!match.Groups["month"].Success)
            return Move($"{value}-07-02", value, "yyyy", days);
        if (!match.Groups["day"].Success)
            return Move($"{value}-16", value, "yyyy-MM", days);
        return Move(value[..10], value[..10], "yyyy-MM-dd", days) + match.Groups["rest"].Value;
    }

    private static string Move(string day, string asWritten, string format, int days) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.DayNumber + days >= DateOnly.MinValue.DayNumber
        && date.DayNumber + days <= DateOnly.MaxValue.DayNumber
            ? date.AddDays(days).ToString(format, CultureInfo.InvariantCulture)
            : asWritten;

    private static bool HoldsDate(string name) => Names.Contains(name) || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static void Copy(JsonElement element, bool holdsDate, int days, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Copy(member.Value, HoldsDate(member.Name), days, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Copy(item, holdsDate, days, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when holdsDate:
                writer.WriteStringValue(Move(element.GetString()!, days));
                break;
            default:
                writer.WriteRawValue(element.GetRawText());
                break;
        }
    }

    [GeneratedRegex(@"^[0-9]{4}(?<month>-[0-9]{2}(?<day>-[0-9]{2}(?<rest>T.*)?)?)?\z")]
    private static partial Regex DatePattern();
}
