namespace NetCdsHooks.Tests.Conformance.Breaking;

/// <summary>What the tests of requirements are worth: with the behaviour broken, they turn red.</summary>
public sealed class BreakageTests
{
    private static readonly Lazy<HashSet<string>> Cards = new(() => [.. AnswerRulesTests.Faults.Select(row => (string)row[0])]);

    public static TheoryData<string, string, string> All
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var breakage in Breakages.All)
                rows.Add(breakage.Requirement, breakage.What, breakage.Test);
            return rows;
        }
    }

    /// <summary>Each test that is relied on, once, with a requirement of which it has rows.</summary>
    public static TheoryData<string, string> Tests
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var breakage in Breakages.All.DistinctBy(breakage => breakage.Test))
                rows.Add(breakage.Test, breakage.Requirement);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_broken_behaviour_turns_its_test_red(string id, string what, string test)
    {
        var breakage = Breakages.All.Single(breakage => breakage.Requirement == id && breakage.What == what && breakage.Test == test);

        (await Proof.RunAsync(test, id, breakage.Break)).Should().NotBeNull($"{id} is broken: {what}");
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Unbroken_the_same_test_is_green(string test, string id) =>
        (await Proof.RunAsync(test, id, breakage: null)).Should().BeNull();

    [Fact]
    public void Every_SHALL_and_every_rule_on_tokens_is_broken_once() =>
        Requirement.All.Where(requirement => requirement.NotApplicable is null && (requirement.Level.StartsWith("SHALL", StringComparison.Ordinal) || requirement.Id.StartsWith("J-", StringComparison.Ordinal)))
            .Where(requirement => Breaks(requirement.Id).Count == 0)
            .Select(requirement => requirement.Id).Should().BeEmpty();

    [Fact]
    public void The_test_that_turns_red_is_one_that_proves_the_requirement() =>
        Breakages.All.Where(breakage => !RequirementTests.ById[breakage.Requirement].Contains(breakage.Test))
            .Select(breakage => $"{breakage.Requirement} {breakage.Test}").Should().BeEmpty();

    /// <summary>What is broken to prove the tests of a requirement, in words.</summary>
    internal static IReadOnlyList<string> Breaks(string id) =>
    [
        .. Breakages.All.Where(breakage => breakage.Requirement == id).Select(breakage => breakage.What).Distinct(),
        .. Cards.Value.Contains(id) ? (string[])["an answer that breaks the rule"] : [],
    ];
}
