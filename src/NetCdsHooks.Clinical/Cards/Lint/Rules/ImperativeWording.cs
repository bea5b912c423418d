using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A sentence that tells the clinician what to do; a card offers, the clinician decides. The labels of suggestions are exempt.</summary>
internal sealed partial class ImperativeWording : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in subject.Cards
        from wording in file.Wordings
        from text in Texts(wording)
        from sentence in Sentences(text.Text)
        where Order().IsMatch(sentence) || Command().IsMatch(sentence)
        select file.Error(text.Path, $"\"{sentence}\"", "a sentence that states or offers, and leaves the decision to the clinician");

    private static IEnumerable<(string Path, string Text)> Texts(WordingText wording)
    {
        if (wording.Summary is { } summary)
            yield return ($"{wording.Path}.summary", summary);
        foreach (var part in wording.Detail)
            yield return (part.Path, part.Text);
    }

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal))
            .Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>A full stop, a colon or a semicolon before a blank; a point inside a number or an abbreviation of one letter ends nothing.</summary>
    [GeneratedRegex(@"(?<=[.!?:;])\s+")]
    private static partial Regex SentenceEnd();

    /// <summary>Begins with a verb that gives an order. "Repeat imaging is due" and "Plan used" begin with the same words and give none.</summary>
    [GeneratedRegex(
        @"^(please\s+)?(do( not)?|don't|never|always|stop|start|order|give|take|use|perform|measure|repeat|refer|resect|operate|remove|treat|avoid|hold|withhold|switch|change|reduce|increase|check|compare|confirm|record|request|ask|obtain|monitor|add|screen|exclude|ensure|make sure|discontinue|continue|replace|delay|postpone|cancel|schedule|arrange|book|call|verify|correct|document|plan|test|prescribe|administer)\s+(?!of\b|is\b|are\b|was\b|were\b|has\b|had\b|can\b|may\b|used\b)(?!.*\b(over)?due\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    /// <summary>Orders in the middle of a sentence.</summary>
    [GeneratedRegex(@"\b(must|should|shall|have to|has to|need to)\b|,\s+(stop|start|order|give|hold|avoid|check)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
