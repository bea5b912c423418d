using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

/// <summary>Feedback over HTTP, and what of it is kept.</summary>
public sealed class FeedbackCallTests : IAsyncLifetime
{
    internal const string Address = $"{ServiceHost.PatientView}/feedback";

    private readonly ServiceHost _host = new();

    private JsonObject Card { get; set; } = [];

    private string Uuid => (string)Card["uuid"]!;

    public async Task InitializeAsync() => Card = (await _host.Call(HookCall.ActiveTumour(_host))).Card("tumour-active");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [Trait("Requirement", "F-01")]
    [InlineData("net-patient-view")]
    [InlineData("net-order-sign")]
    [InlineData("net-problem-list-item-create")]
    public async Task Every_service_takes_feedback(string service)
    {
        var answer = await _host.Post(Body(Item(Uuid)), path: $"/cds-services/{service}/feedback");

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"kept":1}""");
        answer.Http.Headers.CacheControl!.NoStore.Should().BeTrue();
        Given().Should().ContainSingle().Which.Service.Should().Be(service);
    }

    [Fact]
    public async Task Feedback_to_a_service_that_is_none_is_refused()
    {
        var answer = await _host.Post(Body(Item(Uuid)), path: "/cds-services/other/feedback");

        answer.Status.Should().Be(404);
        answer.Json["resourceType"]!.ToString().Should().Be("OperationOutcome");
    }

    [Fact]
    [Trait("Requirement", "F-01")]
    [Trait("Requirement", "F-05")]
    public async Task It_is_matched_to_card_version_topic_and_suggestions()
    {
        var suggestions = Card["suggestions"]!.AsArray().Select(suggestion => (string)suggestion!["uuid"]!).ToArray();

        await Give(Item(Uuid, "accepted", ("acceptedSuggestions", new JsonArray([.. suggestions.Select(id => new JsonObject { ["id"] = id })]))));

        var given = Given().Single();
        given.Match.Should().Be(CardMatch.Known);
        given.Card.Should().Be(new KnownCard("tumour-active", "1.2.3", "tumourActive", "net-patient-view"));
        given.Uuid.Should().Be(Uuid);
        given.AcceptedSuggestions.Should().Equal(suggestions).And.HaveCount(2);
        given.Outcome.Should().Be(Outcome.Accepted);
        given.OutcomeAt.Should().Be(DateTimeOffset.Parse("2026-11-21T07:30:00.123Z", null));
        given.Client.Should().Be("anybody");
    }

    [Fact]
    [Trait("Requirement", "F-07")]
    public async Task A_code_that_we_never_offered_is_kept()
    {
        await Give(Item(Uuid, "overridden", ("overrideReason", JsonNode.Parse("""{"reason":{"code":"their-own","system":"https://ehr.example/reasons"}}"""))));

        Given().Single().Reason.Should().Be(new FeedbackReason("https://ehr.example/reasons", "their-own"));
    }

    [Fact]
    [Trait("Requirement", "F-14")]
    public async Task The_shapes_of_Epic_are_kept_with_their_reason()
    {
        const string epic = """
            {"feedback": [{
              "card": "123456", "outcome": "overridden", "outcomeTimestamp": "2026-05-19T19:44:04Z",
              "overrideReasons": { "extension": { "com.epic.cdshooks.feedback.overrideReason.reasonCategory": "45" }, "userComment": "text" } }]}
            """;

        (await _host.Post(epic, path: Address)).Status.Should().Be(200);

        var given = Given().Single();
        given.Reason!.Code.Should().Be("45");
        given.Commented.Should().BeTrue();
        given.Match.Should().Be(CardMatch.None);
    }

    [Fact]
    [Trait("Requirement", "F-07")]
    [Trait("Requirement", "C-12")]
    public async Task A_reason_under_HL7s_code_as_3_0_offers_it_is_kept_and_counted()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "override-reasons.json", "\"extra\"", "\"nonAdherence\": { \"later\": \"wrong-time-workflow\" }, \"extra\"");
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards).With("NetCdsHooks:CdsHooks", "V3");
        var card = (await host.Call(HookCall.ActiveTumour(host))).Card("tumour-active");
        var item = Item((string)card["uuid"]!, "overridden", ("overrideReason", new JsonObject { ["reason"] = card["overrideReasons"]![0]!.DeepClone() }));

        (await host.Post(Body(item), path: Address)).Text.Should().Be("""{"kept":1}""");

        Given(host).Single().Should().Match<FeedbackEntry.Given>(given => given.Match == CardMatch.Known && given.Card!.Id == "tumour-active");
        NetCdsHooks.Feedback.Reports.FeedbackReport.Of(Entries(host)).Single(row => row.Card == "tumour-active").Reasons.Should()
            .Equal(new Dictionary<string, long> { [$"{NonAdherenceReasons.System}|wrong-time-workflow"] = 1 });
    }

    /// <summary>Requirement; body; what is said of it.</summary>
    public static TheoryData<string, string, string> NoFeedback => new()
    {
        { "F-02", """[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-11-21T07:30:00Z"}]""", "feedback: found an array around it" },
        { "F-02", """{"feedback":{"card":"c"}}""", "feedback: found an object; accepted: an array of items" },
        { "F-03", """{"feedback":[{"outcome":"overridden","outcomeTimestamp":"2026-11-21T07:30:00Z"}]}""", "card: found nothing" },
        { "F-04", """{"feedback":[{"card":"c","outcome":"ignored","outcomeTimestamp":"2026-11-21T07:30:00Z"}]}""", "outcome: found another text; accepted: accepted or overridden" },
        { "F-05", """{"feedback":[{"card":"c","outcome":"accepted","outcomeTimestamp":"2026-11-21T07:30:00Z"}]}""", "acceptedSuggestions: found nothing" },
        { "F-08", """{"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-11-21"}]}""", "outcomeTimestamp: found another text; accepted: a date and time in UTC" },
    };

    [Theory]
    [MemberData(nameof(NoFeedback))]
    public async Task What_is_no_feedback_is_told(string requirement, string body, string problem)
    {
        var answer = await _host.Post(body, path: Address);

        answer.Text.Should().Contain(problem, requirement);
        Given().Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "F-12")]
    public async Task Of_a_mixed_batch_the_good_are_kept_and_the_bad_told()
    {
        var answer = await _host.Post(Body(Item(Uuid), Item(Uuid, "ignored"), Item(Uuid)), path: Address);

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"kept":2,"refused":[{"item":1,"problem":"outcome: found another text; accepted: accepted or overridden"}]}""");
        Given().Should().HaveCount(2);
        _host.Log.Should().Contain("1 item(s) refused: item 1, outcome: found another text");
    }

    [Fact]
    [Trait("Requirement", "F-15")]
    public async Task Of_a_comment_it_is_kept_that_there_was_one_and_nothing_is_logged()
    {
        await Give(Item(Uuid, "overridden", ("overrideReason", new JsonObject { ["userComment"] = "Mrs Smith does not want it" })));

        Given().Should().ContainSingle().Which.Commented.Should().BeTrue();
        _host.Log.Should().NotContain("Smith").And.NotContain("does not want");
        string.Join('\n', Entries(_host)).Should().NotContain("Smith");
    }

    [Fact]
    [Trait("Requirement", "F-09")]
    public async Task The_same_card_may_be_reported_again_and_every_report_is_an_event()
    {
        await Give(Item(Uuid));
        await Give(Item(Uuid));

        Given().Should().HaveCount(2).And.AllSatisfy(given => given.Uuid.Should().Be(Uuid));
    }

    [Theory]
    [Trait("Requirement", "F-13")]
    [InlineData("a card of nobody", "44444444-4444-4444-8444-444444444444")]
    [InlineData("no uuid at all", "Jane Doe, born 1955")]
    public async Task A_card_that_is_not_known_is_accepted_and_kept_without_its_text(string story, string card)
    {
        await Give(Item(card));
        await Give(Item(card));

        Given().Should().HaveCount(2, story);
        Given().Select(given => given.Uuid).Distinct().Should().ContainSingle().Which.Should().StartWith("text-").And.NotContain(card);
        Given().Should().AllSatisfy(given => given.Match.Should().Be(CardMatch.None));
    }

    [Fact]
    [Trait("Requirement", "F-13")]
    public async Task Another_instance_with_the_key_knows_the_card_and_one_with_another_key_does_not()
    {
        await using var same = new ServiceHost();
        await using var other = new ServiceHost().With(services => services.AddSingleton(SomeKey.Another));

        await same.Post(Body(Item(Uuid)), path: Address);
        await other.Post(Body(Item(Uuid)), path: Address);

        Given(same).Single().Card!.Id.Should().Be("tumour-active");
        Given(other).Single().Match.Should().Be(CardMatch.None);
    }

    [Fact]
    public async Task A_card_that_the_site_no_longer_has_is_told_from_a_forged_one()
    {
        var uuids = _host.Services.GetRequiredService<CardUuids>();
        var former = uuids.Write(uuids.Next(CdsService.All[0], "a-card-of-long-ago", "1.0.0"));

        await Give(Item(former));

        Given().Single().Should().Match<FeedbackEntry.Given>(given => given.Match == CardMatch.Former && given.Card == null && given.Uuid == former);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_answered_as_kept()
    {
        await using var host = new ServiceHost().With(services => services.AddSingleton<IFeedbackStore>(new Broken()));

        var answer = await host.Post(Body(Item(Uuid)), path: Address);

        answer.Status.Should().Be(503);
        answer.Reason.Should().Contain("send it again later");
        (await host.Call(HookCall.ActiveTumour(host))).Status.Should().Be(200, "advice does not depend on feedback");
    }

    [Fact]
    [Trait("Requirement", "G-07")]
    public async Task A_body_over_the_limit_is_refused() =>
        (await _host.Post($$"""{"feedback":[],"x":"{{new string('x', 1024 * 1024)}}"}""", path: Address)).Status.Should().Be(413);

    [Fact]
    [Trait("Requirement", "F-11")]
    public async Task Cards_and_feedback_are_counted_for_the_client_that_the_token_names()
    {
        await using var trusted = new TrustedService();
        var card = (await trusted.Call(trusted.Tokens.Make())).Card("tumour-active");
        var request = trusted.Request($"Bearer {trusted.Tokens.Make()}", Address);
        request.Content = new StringContent(Body(Item((string)card["uuid"]!)), System.Text.Encoding.UTF8, "application/json");

        (await trusted.Host.Send(request)).Status.Should().Be(200);

        await KeepCounts(trusted.Host);
        Given(trusted.Host).Single().Should().Match<FeedbackEntry.Given>(given => given.Client == "EHR" && given.Match == CardMatch.Known);
        Entries(trusted.Host).OfType<FeedbackEntry.Shown>().Should().NotBeEmpty().And.OnlyContain(shown => shown.Client == "EHR");
    }

    [Fact]
    [Trait("Requirement", "F-10")]
    public async Task Cards_are_counted_when_they_are_shown()
    {
        await _host.Call(HookCall.ActiveTumour(_host));
        await KeepCounts(_host);

        Entries(_host).OfType<FeedbackEntry.Shown>().Where(shown => shown.Card == "tumour-active").Should().ContainSingle()
            .Which.Should().Match<FeedbackEntry.Shown>(shown => shown.Count == 2 && shown.Version == "1.2.3" && shown.Service == "net-patient-view");
    }

    internal static string Body(params JsonNode[] items) => new JsonObject { ["feedback"] = new JsonArray(items) }.ToJsonString();

    internal static JsonObject Item(string card, string outcome = "overridden", params (string Name, JsonNode? Value)[] more)
    {
        var item = new JsonObject { ["card"] = card, ["outcome"] = outcome, ["outcomeTimestamp"] = "2026-11-21T07:30:00.123Z" };
        foreach (var (name, value) in more)
            item[name] = value;
        return item;
    }

    private static Task KeepCounts(ServiceHost host) =>
        host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ShownCountsWriter>().Single().StopAsync(default);

    private async Task Give(JsonNode item) => (await _host.Post(Body(item), path: Address)).Status.Should().Be(200);

    private IEnumerable<FeedbackEntry.Given> Given() => Given(_host);

    private static IEnumerable<FeedbackEntry.Given> Given(ServiceHost host) => Entries(host).OfType<FeedbackEntry.Given>();

    private static IEnumerable<FeedbackEntry> Entries(ServiceHost host) =>
        new JournalReader(host.Services.GetRequiredService<FeedbackJournal>().Folder).Read();

    private sealed class Broken : IFeedbackStore
    {
        public Task KeepAsync(IReadOnlyCollection<FeedbackEntry> entries) => Task.FromException(new FeedbackStoreException("no disk"));
    }
}
