using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Text;

/// <summary>Reads wording once, when cards load.</summary>
internal static class TextTemplateReader
{
    /// <summary>Null, with a problem, when the wording cannot be used.</summary>
    internal static TextTemplate? Read(JsonNodeReader node)
    {
        if (node.Text() is not { } text)
            return null;
        var phrases = ImmutableArray.CreateBuilder<TextTemplate.Phrase>();
        var problems = node.Problems.Count;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var open = rest.IndexOf("[[");
            if (open != 0)
            {
                var plain = open < 0 ? rest : rest[..open];
                phrases.Add(new(ReadParts(node, plain), Optional: false));
                rest = rest[plain.Length..];
                continue;
            }

            var close = rest.IndexOf("]]");
            if (close < 0)
            {
                node.Reject("\"]]\" after each \"[[\"", "\"[[\" that is never closed");
                return null;
            }

            phrases.Add(new(ReadParts(node, rest[2..close]), Optional: true));
            rest = rest[(close + 2)..];
        }

        return node.Problems.Count == problems ? new(phrases.DrainToImmutable()) : null;
    }

    private static ImmutableArray<TextTemplate.Part> ReadParts(JsonNodeReader node, ReadOnlySpan<char> text)
    {
        var parts = ImmutableArray.CreateBuilder<TextTemplate.Part>();
        while (!text.IsEmpty)
        {
            var open = text.IndexOf("{{");
            var literal = open < 0 ? text : text[..open];
            if (literal.IndexOf("}}") >= 0)
                node.Reject("\"{{\" before each \"}}\"", "\"}}\" that was never opened");
            if (!literal.IsEmpty)
                parts.Add(new(literal.ToString(), null));
            if (open < 0)
                break;
            text = text[(open + 2)..];
            var close = text.IndexOf("}}");
            if (close < 0)
            {
                node.Reject("\"}}\" after each \"{{\"", "\"{{\" that is never closed");
                break;
            }

            var name = text[..close].Trim().ToString();
            if (FactCatalog.Find(name) is { } fact)
                parts.Add(new("", fact));
            else
                node.Reject(Suggest.Names("a fact", name, FactCatalog.All.Select(known => known.Name)), $"unknown token \"{name}\"");
            text = text[(close + 2)..];
        }

        return parts.DrainToImmutable();
    }
}
