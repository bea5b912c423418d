using System.Collections.Immutable;

namespace NetCdsHooks.Sandbox.Page;

/// <summary>A story in its parts: what it is about, in one line, and its paragraphs. The heading reads <c># Ida - what it is about</c>.</summary>
internal sealed record StoryText(string Line, ImmutableArray<string> Paragraphs)
{
    public static StoryText Parse(string markdown)
    {
        var blocks = markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var paragraphs = blocks.Where(block => !block.StartsWith('#')).Select(block => block.Replace('\n', ' ')).ToImmutableArray();
        var heading = blocks.FirstOrDefault(block => block.StartsWith("# ", StringComparison.Ordinal));
        return new StoryText(heading is null ? FirstSentence(paragraphs) : Subject(heading[2..]), paragraphs);
    }

    private static string Subject(string heading)
    {
        var dash = heading.IndexOf(" - ", StringComparison.Ordinal);
        var subject = dash < 0 ? heading : heading[(dash + 3)..];
        return char.ToUpperInvariant(subject[0]) + subject[1..];
    }

    private static string FirstSentence(ImmutableArray<string> paragraphs)
    {
        var text = paragraphs.FirstOrDefault("");
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }
}
