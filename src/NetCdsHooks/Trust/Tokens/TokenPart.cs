using System.Collections.Immutable;
using System.Text.Json;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>Header or payload of a token, whose members are read strictly by kind.</summary>
internal readonly struct TokenPart(JsonElement json, int longestText)
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeSeconds();

    internal bool Has(string name) => json.TryGetProperty(name, out _);

    internal string Text(string name) => OptionalText(name) ?? throw new TokenRefused($"{name} was missing");

    internal string? OptionalText(string name) => json.TryGetProperty(name, out var value) ? Text(value, name) : null;

    /// <summary>A text, or a list of texts.</summary>
    internal ImmutableArray<string> Texts(string name)
    {
        if (!json.TryGetProperty(name, out var value))
            throw new TokenRefused($"{name} was missing");
        var limit = longestText;
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => Text(item, name, limit))]
            : [Text(value, name)];
    }

    internal DateTimeOffset Moment(string name) => OptionalMoment(name) ?? throw new TokenRefused($"{name} was missing");

    /// <summary>Whole seconds since 1970.</summary>
    internal DateTimeOffset? OptionalMoment(string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds >= 0 && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new TokenRefused($"{name} was no number of whole seconds");
    }

    private string Text(JsonElement value, string name) => Text(value, name, longestText);

    private static string Text(JsonElement value, string name, int limit)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw new TokenRefused($"{name} was no text");
        try
        {
            return value.GetString() is { Length: > 0 } text && text.Length <= limit
                ? text
                : throw new TokenRefused($"{name} was empty or longer than {limit} signs");
        }
        catch (InvalidOperationException)
        {
            throw new TokenRefused($"{name} was no Unicode text");
        }
    }
}
