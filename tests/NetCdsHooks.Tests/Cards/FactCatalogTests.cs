using FluentAssertions.Execution;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Cards;

public class FactCatalogTests
{
    public static TheoryData<string> Samples => Support.Samples.Theory;

    [Fact]
    public void Names_are_unique_and_camelCase() =>
        FactCatalog.All.Select(fact => fact.Name).Should().OnlyHaveUniqueItems().And.AllSatisfy(name => name.Should().MatchRegex("^[a-z][a-zA-Z0-9]*$"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_needs_that_a_fact_names_are_all_it_reads(string sample)
    {
        var full = Support.Samples.Picture(Support.Samples.FullRecord(sample));

        using var _ = new AssertionScope();
        foreach (var fact in FactCatalog.All)
        {
            var own = Support.Samples.Picture(Support.Samples.Record(sample, fact.Needs.AsSpan()));
            fact.Describe(own).Should().Be(fact.Describe(full), "{0} names the needs {1}", fact.Name, string.Join(", ", fact.Needs));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Without_any_answer_no_fact_is_known(string sample)
    {
        var nothing = Support.Samples.Picture(new PatientRecord(sample, []));

        // No order is being placed, and that is known from the call itself.
        FactCatalog.All.Except(DraftCatalog.Facts).Should().AllSatisfy(fact => fact.Read(nothing).WhyUnknown.Should().NotBeNull("{0} cannot be known", fact.Name));
    }
}
