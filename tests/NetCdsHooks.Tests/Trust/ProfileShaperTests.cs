using System.Collections.Frozen;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Tests.Trust;

public sealed class ProfileShaperTests
{
    private static readonly Profile Plain = Profile.Unchanged;

    private static readonly CardUuids Uuids = new(SomeKey.Value);

    private static readonly Card Card = new(
        Uuids.Write(Uuids.Next(CdsService.All[0], "net-card", "1.0.0")), "Summary", "**Why** `A/1`", "info",
        new("A guide", "https://example.org/guide", new("http://topics.example", "net-ki67.missing", "Ki-67 missing")),
        [
            new("Change the analogue", "uuid-1", true, [new("delete", "Stop octreotide", ResourceId: "MedicationRequest/1"), new("create", "Start lanreotide")]),
            new("Ask the tumour board", "uuid-2", true, [new("create", "Ask the tumour board")]),
            new("Nothing", "uuid-3", false, null),
        ],
        "any",
        [new("http://reasons.example", "later", "Later"), new("http://reasons.example", "palliative", "Comfort care")],
        [new("A guide", "https://example.org/guide")],
        new(new("net-card", "1.0.0", "abc"), null));

    [Fact]
    public void Without_a_wish_nothing_changes() =>
        Shape(Card, Plain).Should().BeEquivalentTo(Card, options => options.ComparingByMembers<Card>());

    /// <summary>Story; what the client supports, null for anything; on the card; on the wire.</summary>
    public static TheoryData<string, object?, string?, string?> Selections => new()
    {
        { "only any", SelectionBehavior.Any, "at-most-one", "any" },
        { "only at-most-one", SelectionBehavior.AtMostOne, "any", "at-most-one" },
        { "both", null, "any", "any" },
        { "both, the other way", null, "at-most-one", "at-most-one" },
        { "no suggestions, no behaviour", SelectionBehavior.Any, null, null },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    [Trait("Requirement", "C-10")]
    [Trait("Requirement", "C-11")]
    public void The_client_says_how_many_may_be_chosen(string story, object? supported, string? written, string? shown)
    {
        var card = written is null ? Card with { SelectionBehavior = null, Suggestions = null } : Card with { SelectionBehavior = written };

        Shape(card, Plain with { Selection = (SelectionBehavior?)supported }).SelectionBehavior.Should().Be(shown, story);
    }

    [Theory]
    [Trait("Requirement", "S-03")]
    [InlineData(SelectionBehavior.AtMostOne, new[] { true, false, false })]
    [InlineData(SelectionBehavior.Any, new[] { true, true, false })]
    public void Where_one_may_be_chosen_one_is_recommended(object selection, bool[] recommended) =>
        Shape(Card, Plain with { Selection = (SelectionBehavior)selection }).Suggestions!.Select(suggestion => suggestion.IsRecommended).Should().Equal(recommended);

    [Fact]
    [Trait("Requirement", "S-02")]
    [Trait("Requirement", "S-14")]
    public void A_suggestion_with_two_actions_becomes_two_and_loses_none()
    {
        var suggestions = Shape(Card, Plain with { Selection = SelectionBehavior.Any, ActionsPerSuggestion = 1 }).Suggestions!;

        suggestions.Select(suggestion => suggestion.Label).Should().Equal("Stop octreotide", "Start lanreotide", "Ask the tumour board", "Nothing");
        suggestions.Select(suggestion => suggestion.Uuid).Should().Equal(Enumerable.Range(0, 4).Select(place => Uuids.OfSuggestion(Card.Uuid, place)));
        suggestions.SelectMany(suggestion => suggestion.Actions ?? []).Should().Equal(Card.Suggestions!.SelectMany(suggestion => suggestion.Actions ?? []));
        suggestions.Should().OnlyContain(suggestion => suggestion.Actions == null || suggestion.Actions.Count == 1);
    }

    [Fact]
    [Trait("Requirement", "S-14")]
    public void Where_two_actions_fit_nothing_is_split() =>
        Shape(Card, Plain with { ActionsPerSuggestion = 2 }).Suggestions.Should().HaveCount(3);

    /// <summary>Story; ids in the order of urgency; the limit; what is shown.</summary>
    public static TheoryData<string, string, int, string> Limits => new()
    {
        { "fewer than the limit", "a b", 5, "a b" },
        { "as many as the limit", "a b c", 3, "a b c" },
        { "the most urgent stay", "a b c d", 3, "a b c" },
        { "what could not be read stays as well", "a b c d net-data-incomplete", 3, "a b net-data-incomplete" },
        { "what could not be read stays beside one", "a b c net-data-incomplete", 2, "a net-data-incomplete" },
        { "nothing", "", 2, "" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    [Trait("Requirement", "C-15")]
    [Trait("Requirement", "R-06")]
    public void The_number_of_cards_has_a_limit(string story, string ids, int limit, string shown)
    {
        var cards = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Card with { Extension = new(new(id, "1.0.0", "abc"), null) });

        var response = new ProfileShaper(Plain with { MaxCards = limit }, Uuids).Shape(new([.. cards]), Hook.PatientView);

        string.Join(' ', response.Cards.Select(card => card.Extension.Card.Id)).Should().Be(shown, story);
    }

    [Fact]
    public void The_card_that_no_limit_removes_is_the_one_that_names_what_is_missing() =>
        TestKnowledge.Base.Cards.Where(card => card.NamesWhatIsMissing).Select(card => card.Id).Should().Equal(ProfileShaper.IncompleteCard);

    [Fact]
    [Trait("Requirement", "L-06")]
    public void Links_are_left_out_where_the_client_takes_none() => Shape(Card, Plain with { Links = false }).Links.Should().BeNull();

    [Theory]
    [Trait("Requirement", "C-09")]
    [InlineData(TopicForm.AsCard, "net-ki67.missing")]
    [InlineData(TopicForm.Alphanumeric, "netki67missing")]
    [InlineData(TopicForm.None, null)]
    public void The_topic_has_the_form_of_the_client(object form, string? code) =>
        Shape(Card, Plain with { Topic = (TopicForm)form }).Source.Topic?.Code.Should().Be(code);

    [Fact]
    [Trait("Requirement", "C-09")]
    public void Every_topic_that_ships_is_what_Epic_remembers() =>
        TestKnowledge.Base.Cards.Select(card => card.Topic).Should().OnlyHaveUniqueItems().And.OnlyContain(topic => topic.Length <= 100 && topic.All(char.IsAsciiLetterOrDigit));

    [Theory]
    [Trait("Requirement", "C-12")]
    [InlineData(null, "later palliative")]
    [InlineData("later", "later")]
    [InlineData("later other", "later")]
    [InlineData("", null)]
    public void Only_reasons_that_the_client_knows_are_offered(string? known, string? offered)
    {
        var codes = known?.Split(' ').ToFrozenSet();

        var reasons = Shape(Card, Plain with { OverrideReasons = codes }).OverrideReasons;

        (reasons is null ? null : string.Join(' ', reasons.Select(reason => reason.Code))).Should().Be(offered);
    }

    /// <summary>Story; what the client asks for; the hook; whether there is an action; how many are sent, null for no member.</summary>
    public static TheoryData<string, object, object, bool, int?> SystemActions => new()
    {
        { "not asked for", SystemActionUse.Never, Hook.OrderSign, true, null },
        { "asked for, and there is one", SystemActionUse.WhenAny, Hook.OrderSign, true, 1 },
        { "asked for, and there is none", SystemActionUse.WhenAny, Hook.OrderSign, false, null },
        { "wanted always, on a hook of CRD", SystemActionUse.Always, Hook.OrderSign, false, 0 },
        { "wanted always, on another hook of CRD", SystemActionUse.Always, Hook.AppointmentBook, false, 0 },
        { "wanted always, on the third hook of CRD", SystemActionUse.Always, Hook.OrderDispatch, false, 0 },
        { "wanted always, on a hook of others", SystemActionUse.Always, Hook.PatientView, false, null },
        { "wanted always, and there is one", SystemActionUse.Always, Hook.PatientView, true, 1 },
    };

    [Theory]
    [Trait("Requirement", "Y-01")]
    [MemberData(nameof(SystemActions))]
    [Trait("Requirement", "Y-03")]
    [Trait("Requirement", "Y-04")]
    public void System_actions_are_for_those_who_ask(string story, object use, object hook, bool some, int? sent)
    {
        var advice = new CdsResponse([Card]) { SystemActions = some ? [new("create", "Annotate")] : null };

        new ProfileShaper(Plain with { SystemActions = (SystemActionUse)use }, Uuids).Shape(advice, (Hook)hook)
            .SystemActions?.Count.Should().Be(sent, story);
    }

    [Theory]
    [Trait("Requirement", "E-02")]
    [InlineData(false, DetailForm.PlainText, "Why A/1", null)]
    [InlineData(true, DetailForm.PlainText, "Why A/1", "text/plain")]
    [InlineData(true, DetailForm.Markdown, "**Why** `A/1`", "text/markdown")]
    public void The_detail_has_the_form_of_the_client(bool announces, object form, string detail, string? type)
    {
        var card = Shape(Card, Plain with { AnnouncesDetailType = announces, Detail = (DetailForm)form });

        card.Detail.Should().Be(detail);
        card.Extension.DetailType.Should().Be(type);
    }

    private static Card Shape(Card card, Profile profile) =>
        new ProfileShaper(profile, Uuids).Shape(new([card]), Hook.PatientView).Cards.Single();
}
