using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Fills the tokens of prefetch templates from the context of a call (CDS Hooks T-01 to T-05, and <c>today()</c> of 3.0).</summary>
internal static partial class TemplateTokens
{
    private static readonly Dictionary<string, string> UserTypes = new()
    {
        ["userPractitionerId"] = "Practitioner",
        ["userPractitionerRoleId"] = "PractitionerRole",
        ["userPatientId"] = "Patient",
        ["userRelatedPersonId"] = "RelatedPerson",
    };

    /// <returns>Null when a token cannot be filled: such a key is left out of a call.</returns>
    internal static string? Fill(string template, JsonObject context, DateOnly today)
    {
        var isWhole = true;
        var filled = Token().Replace(template, match =>
        {
            var value = ValueOf(match.Groups["token"].Value.Trim(), context, today);
            isWhole &= value is not null;
            return value ?? "";
        });
        return isWhole ? filled : null;
    }

    private static string? ValueOf(string token, JsonObject context, DateOnly today)
    {
        if (Today().Match(token) is { Success: true } match)
            return today.AddDays(match.Groups["days"].Success ? int.Parse(match.Groups["days"].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (UserTypes.TryGetValue(token, out var type))
            return Text(context["userId"])?.Split('/') is [var found, var id] && found == type ? Uri.EscapeDataString(id) : null;
        return token.StartsWith("context.", StringComparison.Ordinal) && Text(context[token["context.".Length..]]) is { } value
            ? string.Join('/', value.Split('/').Select(Uri.EscapeDataString))
            : null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"\{\{(?<token>[^{}]*)\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"^today\(\)(?: (?<days>[+-] [0-9]{1,5}) days)?$")]
    private static partial Regex Today();
}
