using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

internal static class TokenMatch
{
    /// <summary><c>code</c>, <c>system|code</c>, <c>|code</c> (no system) or <c>system|</c> (any code of it).</summary>
    public static Func<JsonElement, bool> For(string value)
    {
        var parts = QueryText.Split(value, '|').Select(QueryText.Unescape).ToArray();
        return parts switch
        {
            [var code] => found => Codings(found).Any(coding => coding.Code == code),
            ["", var code] => found => Codings(found).Any(coding => coding.System is null && coding.Code == code),
            [var system, ""] => found => Codings(found).Any(coding => coding.System == system),
            [var system, var code] => found => Codings(found).Any(coding => coding.Code == code && (coding.System == system || coding.IsPlain)),
            _ => throw FhirRefusal.Invalid($"'{value}' is no token; accepted: code, system|code, |code, system|."),
        };
    }

    /// <summary>A plain code such as a status carries no system, yet belongs to one, so any system may be asked with it.</summary>
    private static IEnumerable<(string? System, string? Code, bool IsPlain)> Codings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [(null, value.GetString(), true)],
        JsonValueKind.Object when value.TryGetProperty("coding", out _) =>
            JsonPath.Select(value, "coding").Select(coding => (JsonPath.TextAt(coding, "system"), JsonPath.TextAt(coding, "code"), false)),
        JsonValueKind.Object => [(JsonPath.TextAt(value, "system"), JsonPath.TextAt(value, "code"), false)],
        _ => [],
    };
}
