using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>Nothing that the specification asks for goes without a proof.</summary>
public class ConformanceTests
{
    [Fact]
    public void Every_requirement_has_a_test_or_a_reason() =>
        Requirement.All.Where(requirement => requirement.NotApplicable is null && !RequirementTests.ById.Contains(requirement.Id))
            .Select(requirement => $"{requirement.Id} {requirement.Level}: {requirement.Text}").Should().BeEmpty();

    [Fact]
    public void What_does_not_apply_is_neither_tested_nor_demanded() =>
        Requirement.All.Where(requirement => requirement.NotApplicable is not null)
            .Should().AllSatisfy(requirement =>
            {
                RequirementTests.ById[requirement.Id].Should().BeEmpty(requirement.Id);
                requirement.Level.Should().NotStartWith("SHALL", requirement.Id);
            });

    [Fact]
    public void Tests_name_requirements_that_are_listed() =>
        RequirementTests.ById.Select(group => group.Key).Should().BeSubsetOf(Requirement.All.Select(requirement => requirement.Id));

    [Fact]
    public void Ids_are_listed_once() => Requirement.All.Select(requirement => requirement.Id).Should().OnlyHaveUniqueItems();

    [Fact]
    public Task The_table_says_what_the_tests_say() =>
        Golden.CompareAsync(Repository.PathOf("tests", "CONFORMANCE.md"), ConformanceTable.Write());
}
