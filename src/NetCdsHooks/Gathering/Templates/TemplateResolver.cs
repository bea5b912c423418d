using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Gathering.Templates;

/// <summary>Fills in the tokens of prefetch templates, as a client does before it asks its FHIR server.</summary>
/// <param name="context">Of the call.</param>
/// <param name="today">At the client.</param>
internal sealed class TemplateResolver(JsonObject context, DateOnly today)
{
    /// <returns>The query, relative to the FHIR server; or the tokens that have no value in this call, for which a client leaves the key out.</returns>
    internal (string? Query, IReadOnlyList<string> Unresolved) Resolve(string template)
    {
        var unresolved = TemplateToken.In(template).Where(token => ValueOf(token) is null).Distinct().ToArray();
        return unresolved.Length == 0 ? (TemplateToken.Replace(template, token => ValueOf(token)!), unresolved) : (null, unresolved);
    }

    private string? ValueOf(string written)
    {
        var token = written.Trim();
        if (TemplateToken.DaysFromToday(token) is { } days)
            return today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (TemplateToken.Users.TryGetValue(token, out var type))
            return UserId(type);
        return token.Split('.') is ["context", var field] ? Written(context[field]) : null;
    }

    private string? UserId(string type) =>
        context["userId"] is JsonValue user && user.TryGetValue<string>(out var reference) && reference.Split('/') is [var actual, var id] && actual == type
            ? Written(id)
            : null;

    /// <summary>Several values become a list with commas.</summary>
    private static string? Written(JsonNode? value) => value switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is { Length: > 0 } plain =>
            Uri.EscapeDataString(plain).Replace("%2F", "/", StringComparison.Ordinal),
        JsonArray { Count: > 0 } items when items.Select(Written).ToArray() is var parts && !parts.Contains(null) => string.Join(',', parts),
        _ => null,
    };
}
