using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Facts;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>A card beside the text of its file.</summary>
/// <param name="Card">The card.</param>
/// <param name="When">What must hold.</param>
/// <param name="Unless">What must not.</param>
/// <param name="Wording">What it says.</param>
/// <param name="Variants">Its other wordings, in their order.</param>
internal sealed record CardFile(CardRule Card, AskedGroup When, AskedGroup Unless, WordingText Wording, ImmutableArray<VariantText> Variants)
{
    internal static CardFile Read(CardRule card, JsonElement json) => new(
        card,
        GroupOf(json, "when", "$"),
        GroupOf(json, "unless", "$"),
        WordingText.Read(json, "$"),
        [
            .. json.TryGetProperty("variants", out var variants)
                ? variants.EnumerateArray().Select((variant, index) => VariantText.Read(variant, $"$.variants[{index}]", card.Variants[index]))
                : [],
        ]);

    /// <summary>The card's own wording and those of its variants.</summary>
    internal IEnumerable<WordingText> Wordings => Variants.Select(variant => variant.Wording).Prepend(Wording);

    /// <summary>Every question in the file.</summary>
    internal IEnumerable<Asked> Questions => Conditions.Concat(Parts);

    /// <summary>The questions that decide whether the card fires.</summary>
    internal IEnumerable<Asked> Conditions => When.Questions.Concat(Unless.Questions);

    /// <summary>The questions that decide what it says.</summary>
    internal IEnumerable<Asked> Parts =>
    [
        .. Variants.SelectMany(variant => variant.When.Questions),
        .. Wordings.SelectMany(wording => wording.Detail.Concat(wording.Suggestions)).SelectMany(part => part.When.Questions),
    ];

    /// <summary>Every fact that the card asks for or prints.</summary>
    internal IEnumerable<FactDefinition> Facts =>
    [
        .. Card.When.Facts, .. Card.AppliesTo.Facts, .. Card.Unless.Facts, .. Card.Wording.Facts, .. Card.Variants.SelectMany(variant => variant.Facts),
    ];

    internal LintFinding Error(string path, string found, string accepted) => LintFinding.Error(Card.File, path, found, accepted);

    internal LintFinding Hint(string path, string found, string accepted) => LintFinding.Hint(Card.File, path, found, accepted);

    internal static AskedGroup GroupOf(JsonElement json, string name, string path) =>
        json.TryGetProperty(name, out var group) ? AskedGroup.Read(group, $"{path}.{name}") : AskedGroup.None;
}

/// <summary>Another wording, as its file says it.</summary>
internal sealed record VariantText(string Path, CardVariant Variant, AskedGroup When, WordingText Wording)
{
    internal static VariantText Read(JsonElement json, string path, CardVariant variant) =>
        new(path, variant, CardFile.GroupOf(json, "when", path), WordingText.Read(json, path));
}

/// <summary>What a card or a variant itself says; what a variant takes over from its card is not in it.</summary>
internal sealed record WordingText(string Path, string? Summary, ImmutableArray<PartText> Detail, ImmutableArray<PartText> Suggestions)
{
    internal static WordingText Read(JsonElement json, string path) => new(
        path, json.TryGetProperty("summary", out var summary) ? summary.GetString() : null, Parts(json, path, "detail"), Parts(json, path, "suggestions"));

    private static ImmutableArray<PartText> Parts(JsonElement json, string path, string name) =>
        json.TryGetProperty(name, out var items)
            ? [.. items.EnumerateArray().Select((item, index) => PartText.Read(item, $"{path}.{name}[{index}]"))]
            : [];
}

/// <summary>A paragraph or a suggestion, with the condition under which it is shown.</summary>
internal sealed record PartText(string Path, AskedGroup When, string Text)
{
    internal static PartText Read(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.String
            ? new(path, AskedGroup.None, json.GetString()!)
            : new(path, CardFile.GroupOf(json, "when", path), json.TryGetProperty("text", out var text) ? text.GetString()! : "");
}
