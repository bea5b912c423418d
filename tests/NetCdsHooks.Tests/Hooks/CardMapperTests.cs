using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Hooks;

public sealed class CardMapperTests
{
    private static readonly DraftContext Draft = new("p", null, null, null, new(2026, 11, 21), "proposal");

    private static readonly ShownCard Shown = new(
        "workup-gaps", "1.0.0", "workupGaps", "Gaps", CardCategory.Workup, Indicator.Critical, "Summary", "Detail",
        [new("guide", "A guide", null, "note"), new("book", "A book", "https://example.org/book", "note")],
        [], null, [], null, ["ki67-missing", "stage-missing"]);

    [Fact]
    [Trait("Requirement", "E-01")]
    [Trait("Requirement", "E-02")]
    public void A_merged_card_names_those_it_stands_for()
    {
        var card = Map(Shown);

        card.Extension.Card.Should().Be(new CardOrigin("workup-gaps", "1.0.0", "abc"));
        card.Extension.Cards.Should().Equal("ki67-missing", "stage-missing");
    }

    [Fact]
    [Trait("Requirement", "C-06")]
    [Trait("Requirement", "C-07")]
    public void The_first_source_speaks_for_the_card_and_every_address_is_a_link()
    {
        var card = Map(Shown);

        card.Source.Label.Should().Be("A guide");
        card.Source.Url.Should().BeNull("the first source has no address");
        card.Links.Should().ContainSingle().Which.Should().Be(new CardLink("A book", "https://example.org/book"));
    }

    [Theory]
    [Trait("Requirement", "C-05")]
    [InlineData(Indicator.Info, "info")]
    [InlineData(Indicator.Warning, "warning")]
    [InlineData(Indicator.Critical, "critical")]
    public void Urgency_has_three_words(object indicator, string word) =>
        Map(Shown with { Indicator = (Indicator)indicator }).Indicator.Should().Be(word);

    [Theory]
    [Trait("Requirement", "C-11")]
    [InlineData(SelectionBehavior.Any, "any")]
    [InlineData(SelectionBehavior.AtMostOne, "at-most-one")]
    public void Suggestions_come_with_a_way_to_choose(object selection, string word) =>
        Map(Shown with { Selection = (SelectionBehavior)selection, Suggestions = [new("Do it", false, [])] }).SelectionBehavior.Should().Be(word);

    [Fact]
    [Trait("Requirement", "C-13")]
    [Trait("Requirement", "G-03")]
    [Trait("Requirement", "S-04")]
    public void Lists_without_members_are_left_out()
    {
        var card = Map(Shown with { StandsFor = [], Suggestions = [new("Do it", false, [])], Selection = SelectionBehavior.Any });

        card.OverrideReasons.Should().BeNull();
        card.Extension.Cards.Should().BeNull();
        card.Suggestions.Should().ContainSingle().Which.Actions.Should().BeNull();
    }

    private static Card Map(ShownCard shown) => new CardMapper(CdsService.All[0], "abc", new(SomeKey.Value)).ToCard(shown, Draft);
}
