using System.Text.Json;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>Reads why a card was overridden (F-06, F-07), also as Epic writes it (F-14).</summary>
internal static class OverrideReader
{
    /// <summary>What Epic puts before the name of each extension; the reason's code is that of its category.</summary>
    internal const string EpicPrefix = "com.epic.cdshooks.feedback.overrideReason.";

    private const string EpicCategory = EpicPrefix + "reasonCategory";

    /// <returns>The reason, null for none; and whether there was a comment.</returns>
    /// <exception cref="ItemFault">It is there and is no object.</exception>
    internal static (FeedbackReason? Reason, bool Commented) Read(JsonElement item)
    {
        var member = ItemReader.Member(item, "overrideReason") is not null ? "overrideReason" : "overrideReasons";
        if (ItemReader.Member(item, member) is not { } given)
            return (null, false);
        if (given.ValueKind != JsonValueKind.Object)
            throw ItemFault.WrongType(member, given, "an object with reason or userComment");
        var comment = ItemReader.Member(given, "userComment") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        return (Listed(given, $"{member}.reason") ?? OfEpic(given), !string.IsNullOrWhiteSpace(comment));
    }

    private static FeedbackReason? Listed(JsonElement given, string path)
    {
        if (ItemReader.Member(given, "reason") is not { } reason)
            return null;
        if (reason.ValueKind != JsonValueKind.Object)
            throw ItemFault.WrongType(path, reason, "a Coding");
        return TextOf(reason, "code") is { } code ? new(TextOf(reason, "system"), code) : null;
    }

    private static FeedbackReason? OfEpic(JsonElement given)
    {
        if (ItemReader.Member(given, "extension") is not { ValueKind: JsonValueKind.Object } extension)
            return null;
        if (TextOf(extension, EpicCategory) is { } category)
            return new(EpicCategory, category);
        var named = extension.EnumerateObject().Select(member => member.Name)
            .FirstOrDefault(name => name.StartsWith(EpicPrefix, StringComparison.Ordinal) && TextOf(extension, name) is not null);
        return named is null ? null : new(named, TextOf(extension, named)!);
    }

    /// <summary>A text or a number; null for whatever else, and for what is blank or too long.</summary>
    private static string? TextOf(JsonElement parent, string name)
    {
        var text = ItemReader.Member(parent, name) switch
        {
            { ValueKind: JsonValueKind.String } found => found.GetString()!.Trim(),
            { ValueKind: JsonValueKind.Number } found => found.GetRawText(),
            _ => "",
        };
        return text.Length is > 0 and <= ItemReader.MaxTextLength ? text : null;
    }
}
