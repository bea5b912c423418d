using System.Collections.Immutable;
using System.Text;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Text;

/// <summary>
/// Wording with <c>{{fact}}</c> tokens, parsed once. A phrase in <c>[[double brackets]]</c> is dropped when a fact in it is unknown;
/// elsewhere an unknown fact reads as why it is unknown.
/// </summary>
internal sealed class TextTemplate
{
    private readonly ImmutableArray<Phrase> _phrases;

    internal TextTemplate(ImmutableArray<Phrase> phrases) => _phrases = phrases;

    internal IEnumerable<FactDefinition> Facts =>
        _phrases.SelectMany(phrase => phrase.Parts).Select(part => part.Fact).OfType<FactDefinition>();

    /// <summary>The most UTF-16 units that it can grow to, reasons for unknown facts aside.</summary>
    internal int MaxLength => _phrases.Sum(phrase => phrase.Parts.Sum(part => part.Fact?.MaxLength ?? part.Literal.Length));

    /// <param name="picture">Where the facts are read.</param>
    /// <param name="escape">Applied to every value from the record.</param>
    internal string Render(ClinicalPicture picture, Func<string, string> escape)
    {
        var text = new StringBuilder();
        foreach (var phrase in _phrases)
            if (!phrase.Optional || phrase.Parts.All(part => part.Fact?.Wording(picture) is not null || part.Fact is null))
                foreach (var part in phrase.Parts)
                    text.Append(part.Fact is { } fact ? escape(fact.Describe(picture)) : part.Literal);
        return text.ToString();
    }

    internal sealed record Phrase(ImmutableArray<Part> Parts, bool Optional);

    /// <summary>Literal text, or a fact.</summary>
    internal sealed record Part(string Literal, FactDefinition? Fact);
}
