using System.Collections.Immutable;
using System.Text.Json;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>Reads one item: strict where it would be meaningless otherwise, lenient with what real clients send (F-14).</summary>
internal static class ItemReader
{
    internal const int MaxTextLength = 256;
    internal const int MaxSuggestions = 50;

    private const string Id = "a text of 1 to 256 characters";

    /// <exception cref="ItemFault">It cannot be kept.</exception>
    internal static FeedbackItem Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw ItemFault.WrongType("(item)", item, "an object");
        try
        {
            var outcome = OutcomeOf(item);
            var (reason, commented) = OverrideReader.Read(item);
            return new(
                IdOf(item, "card", "card"),
                outcome,
                outcome == Outcome.Accepted ? Suggestions(item) : [],
                outcome == Outcome.Overridden ? reason : null,
                commented,
                TimeOf(item, out var wasConverted),
                wasConverted);
        }
        catch (InvalidOperationException)
        {
            throw new ItemFault("(item)", "text that is no Unicode", "Unicode text");
        }
    }

    private static Outcome OutcomeOf(JsonElement item)
    {
        const string accepted = "accepted or overridden";
        var outcome = Member(item, "outcome");
        if (outcome is not { ValueKind: JsonValueKind.String } text)
            throw ItemFault.WrongType("outcome", outcome, accepted);
        return text.GetString() switch
        {
            "accepted" => Outcome.Accepted,
            "overridden" => Outcome.Overridden,
            _ => throw new ItemFault("outcome", "another text", accepted),
        };
    }

    private static ImmutableArray<string> Suggestions(JsonElement item)
    {
        const string member = "acceptedSuggestions";
        const string accepted = "an array of 1 to 50 objects with the id of a suggestion";
        var list = Member(item, member);
        if (list is not { ValueKind: JsonValueKind.Array } array)
            throw ItemFault.WrongType(member, list, accepted);
        if (array.GetArrayLength() is 0 or > MaxSuggestions)
            throw new ItemFault(member, $"an array of {array.GetArrayLength()}", accepted);
        return
        [
            .. array.EnumerateArray().Select((suggestion, place) => suggestion.ValueKind == JsonValueKind.Object
                ? IdOf(suggestion, "id", $"{member}[{place}].id")
                : throw ItemFault.WrongType($"{member}[{place}]", suggestion, "an object with the id of a suggestion")),
        ];
    }

    private static DateTimeOffset TimeOf(JsonElement item, out bool wasConverted)
    {
        const string member = "outcomeTimestamp";
        var time = Member(item, member);
        if (time is not { ValueKind: JsonValueKind.String } text)
            throw ItemFault.WrongType(member, time, UtcTime.Accepted);
        return UtcTime.Read(text.GetString()!, out wasConverted) ?? throw new ItemFault(member, "another text", UtcTime.Accepted);
    }

    private static string IdOf(JsonElement parent, string name, string path)
    {
        var member = Member(parent, name);
        if (member is not { ValueKind: JsonValueKind.String } text)
            throw ItemFault.WrongType(path, member, Id);
        return text.GetString() is { Length: > 0 and <= MaxTextLength } id && !string.IsNullOrWhiteSpace(id)
            ? id
            : throw new ItemFault(path, "a text that is blank or too long", Id);
    }

    /// <summary>Null for a member that is absent or null.</summary>
    internal static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
