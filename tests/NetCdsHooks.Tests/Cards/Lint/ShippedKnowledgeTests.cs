using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Lint;
using NetCdsHooks.Commands;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Lint;

public class ShippedKnowledgeTests
{
    private static readonly Lazy<ImmutableArray<LintFinding>> Findings =
        new(() => CardLint.Run(TestKnowledge.Base, TestKnowledge.Files(), ProgramWords.Read(), Samples.Day));

    [Fact]
    public void The_cards_that_ship_have_no_weak_spot() =>
        Findings.Value.Where(finding => !finding.IsHint).Select(finding => finding.Problem.ToString()).Should().BeEmpty();

    [Fact]
    public void Every_concept_that_ships_is_used() =>
        Findings.Value.Where(finding => finding.Problem.File == "concepts").Should().BeEmpty();
}
