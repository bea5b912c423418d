namespace NetCdsHooks.Tests;

public class SmokeTests
{
    [Fact]
    public void The_concepts_that_ship_are_read() => Support.TestKnowledge.Concepts.Concepts.Should().NotBeEmpty();
}
