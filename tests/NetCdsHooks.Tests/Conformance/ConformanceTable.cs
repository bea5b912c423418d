using System.Text;
using NetCdsHooks.Tests.Conformance.Breaking;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>Writes <c>tests/CONFORMANCE.md</c>: each requirement with the tests that prove it.</summary>
internal static class ConformanceTable
{
    private const string Introduction = """
        # Conformance to CDS Hooks 2.0.1

        Made from `NetCdsHooks.Tests/Conformance/requirements.json` and the tests; a test compares it with them, and fails when a
        requirement has neither a test nor a reason. After a change run the tests with `UPDATE_GOLDEN=1` to renew it.
        A requirement holds when its tests pass, and the tests of a build all pass or it fails. What its tests are worth is shown for every
        SHALL, every SHALL NOT and every rule on tokens: the last column says how the behaviour was broken in a test, and a test of the requirement turned red.

        SHALL, SHALL NOT, SHOULD and MAY are the specification's own words; FACT is what it says without them and a service must heed,
        BP is best practice, PROJ is a rule of this project where the specification is silent.


        """;

    private static readonly string[] Levels = ["SHALL", "SHALL NOT", "SHOULD", "FACT", "BP", "PROJ", "MAY"];

    internal static string Write()
    {
        var text = new StringBuilder(Introduction);
        text.Append("| level | requirements | hold | not applicable |\n| --- | --- | --- | --- |\n");
        foreach (var level in Levels)
        {
            var all = Requirement.All.Where(requirement => requirement.Level == level).ToArray();
            text.Append($"| {level} | {all.Length} | {all.Count(requirement => requirement.NotApplicable is null)} | {all.Count(requirement => requirement.NotApplicable is not null)} |\n");
        }

        text.Append("\n| id | level | requirement | result | tests | red when |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var requirement in Requirement.All)
            text.Append($"| {requirement.Id} | {requirement.Level} | {requirement.Text} | {Result(requirement)} | {Tests(requirement)} | {string.Join("<br>", BreakageTests.Breaks(requirement.Id))} |\n");
        return text.ToString();
    }

    private static string Result(Requirement requirement) => requirement.NotApplicable is { } reason ? $"not applicable: {reason}" : "holds";

    private static string Tests(Requirement requirement) => string.Join("<br>", RequirementTests.ById[requirement.Id].Select(name => $"`{name}`"));
}
