using NetCdsHooks.Clinical.Cards.Facts;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A fact that the service can tell, but that no card asks for or prints.</summary>
internal sealed class UnusedFacts : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var used = subject.Cards.SelectMany(file => file.Facts).Append(FactCatalog.Deceased).ToHashSet();
        return FactCatalog.All.Where(fact => !used.Contains(fact))
            .Select(fact => LintFinding.Hint("(facts)", fact.Name, $"{fact.Title}, which no card uses", "a card that asks for it or prints it"));
    }
}
