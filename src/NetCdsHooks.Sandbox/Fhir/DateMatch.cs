using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

internal static class DateMatch
{
    private static readonly string[] Prefixes = ["eq", "ge", "gt", "le", "lt"];

    public static Func<JsonElement, bool> For(string parameter, string value)
    {
        var prefix = value.Length > 2 && char.IsAsciiLetter(value[0]) ? value[..2] : "eq";
        var date = value.Length > 2 && char.IsAsciiLetter(value[0]) ? value[2..] : value;
        if (!Prefixes.Contains(prefix) || DateRange.Parse(date) is not { } asked)
            throw FhirRefusal.Invalid($"Parameter '{parameter}': '{value}' is no date; accepted: {string.Join(", ", Prefixes)} or nothing, then YYYY, YYYY-MM, YYYY-MM-DD or a dateTime.");

        return found => DateRange.Of(found) is { } range && Holds(prefix, range, asked);
    }

    private static bool Holds(string prefix, DateRange found, DateRange asked) => prefix switch
    {
        "ge" => found.High > asked.High || asked.Contains(found),
        "gt" => found.High > asked.High,
        "le" => found.Low < asked.Low || asked.Contains(found),
        "lt" => found.Low < asked.Low,
        _ => asked.Contains(found),
    };
}
