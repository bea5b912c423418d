namespace NetCdsHooks.Tests.Support;

public sealed class TestKnowledgeTests
{
    [Fact]
    public void The_concepts_that_ship_are_read() => TestKnowledge.Concepts.Concepts.Should().NotBeEmpty();
}
