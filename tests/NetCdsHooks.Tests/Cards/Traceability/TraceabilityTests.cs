using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Traceability;

/// <summary>Nothing that the sources recommend is lost on the way to the clinician.</summary>
public class TraceabilityTests
{
    /// <summary>How many recommendations each source holds, as they were counted when the sources were read.</summary>
    public static TheoryData<string, string, int> Sources => new()
    {
        { "net-stage-1-2025", "S000", 15 },
        { "net-management-2026", "S001", 49 },
        { "net-management-2025", "S002", 16 },
        { "net-diagnosis-2025", "S003", 15 },
        { "net-initial-treatment", "S004", 25 },
    };

    private static IEnumerable<Recommendation> Recommendations => TestKnowledge.Base.Recommendations;

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_recommendation_of_a_source_is_listed(string source, string prefix, int count) =>
        Recommendations.Where(one => one.Source.Key == source).Select(one => one.Id)
            .Should().Equal(Enumerable.Range(1, count).Select(number => $"{prefix}-{number:00}"));

    [Fact]
    public void Every_recommendation_has_a_card_that_is_switched_on()
    {
        var spoken = TestKnowledge.Base.Cards.Where(card => card.IsActive).SelectMany(card => card.SpeaksFor).ToHashSet();

        Recommendations.Where(one => !spoken.Contains(one)).Select(one => one.Id).Should().BeEmpty();
    }

    [Fact]
    public void Every_core_card_speaks_for_a_recommendation_or_about_the_service_itself() =>
        TestKnowledge.Base.Cards
            .Where(card => card.IsCore && card.SpeaksFor.IsEmpty && card.Sources.All(source => source.Key != "netcdshooks-service"))
            .Select(card => card.Id).Should().BeEmpty();

    [Fact]
    public void Every_card_has_a_source() => TestKnowledge.Base.Cards.Should().AllSatisfy(card => card.Sources.Should().NotBeEmpty(card.Id));

    [Fact]
    public Task The_table_says_what_cards_examples_and_tests_say() =>
        Golden.CompareAsync(Repository.PathOf("cds-cards", "TRACEABILITY.md"), new TraceabilityTable(TestKnowledge.Base).Write());
}
