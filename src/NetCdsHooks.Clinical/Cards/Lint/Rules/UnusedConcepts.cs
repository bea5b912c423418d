using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A concept that no query is made of and no fact is read from: perhaps misspelt, perhaps forgotten.</summary>
internal sealed class UnusedConcepts : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var asked = NeedInfo.All.SelectMany(info => info.Concepts).ToHashSet();
        var stems = subject.ProgramWords.Where(word => word.Length > 1 && word.EndsWith('-')).ToList();
        return subject.Knowledge.Concepts.Concepts
            .Where(concept => !asked.Contains(concept.Id) && !subject.ProgramWords.Contains(concept.Id)
                && !stems.Any(stem => concept.Id.StartsWith(stem, StringComparison.Ordinal)))
            .Select(concept => LintFinding.Hint("concepts", concept.Id, $"{concept.Title}, which no fact is read from", "a concept that a fact or a query uses"));
    }
}
