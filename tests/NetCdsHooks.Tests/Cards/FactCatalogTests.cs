using FluentAssertions.Execution;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Picture;
using NetCdsHooks.Tests.Support;

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

    /// <summary>Story; day of the result that was found beside a gap; is the last one more than a year ago?</summary>
    public static TheoryData<string, string?, Truth> LastResults => new()
    {
        { "a fresh one: the last cannot be older", "2026-11-10", Truth.No },
        { "an old one: a later one may be out of sight", "2024-11-10", Truth.Unknown },
        { "a year that may be fresh", "2025", Truth.Unknown },
        { "none", null, Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(LastResults))]
    public void The_last_day_is_no_earlier_than_what_was_found_beside_a_gap(string story, string? day, Truth expected)
    {
        Resource[] found = day is null ? [] : [TumourRecord.Result("tsh", TumourRecord.Loinc("3016-3"), day) with { ValueQuantity = new() { Value = 2, Code = "m[IU]/L" } }];
        var picture = SomeChart.PictureWithGaps([DataNeed.Labs], found);
        var lastTsh = FactCatalog.All.Single(fact => fact.Name == "lastTsh");

        lastTsh.Ask(picture, IsOlderThanAYear).Should().Be(expected, story);

        Truth IsOlderThanAYear(PartialDate date) =>
            date.Last.AddYears(1) < picture.Today ? Truth.Yes : date.First.AddYears(1) < picture.Today ? Truth.Unknown : Truth.No;
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
