using System.Text;
using NetCdsHooks.Api;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Reading;

namespace NetCdsHooks.Tests.Feedback;

public sealed class ItemReaderTests
{
    private const string Overridden = """{"card":"c-1","outcome":"overridden","outcomeTimestamp":"2026-11-21T07:30:00.123Z"}""";
    private const string Accepted = """{"card":"c-1","outcome":"accepted","acceptedSuggestions":[{"id":"s-1"},{"id":"s-2"}],"outcomeTimestamp":"2026-11-21T07:30:00Z"}""";

    /// <summary>Requirement; story; what of a good item is replaced by what; what is said of it, null when it is kept.</summary>
    public static TheoryData<string, string, string, string, string?> Items => new()
    {
        { "F-06", "overridden without a reason", "", "", null },
        { "F-03", "no card", "\"card\":\"c-1\",", "", "card: found nothing; accepted: a text of 1 to 256 characters" },
        { "F-03", "card is null", "\"c-1\"", "null", "card: found nothing" },
        { "F-03", "card is a number", "\"c-1\"", "1", "card: found a number" },
        { "F-03", "card is blank", "\"c-1\"", "\" \"", "card: found a text that is blank or too long" },
        { "F-03", "card is too long", "c-1", new string('c', 257), "card: found a text that is blank or too long" },
        { "F-14", "card is no UUID", "c-1", "123456", null },
        { "F-03", "no outcome", "\"outcome\":\"overridden\",", "", "outcome: found nothing; accepted: accepted or overridden" },
        { "F-04", "a third outcome", "\"overridden\"", "\"ignored\"", "outcome: found another text; accepted: accepted or overridden" },
        { "F-04", "an outcome in capitals", "\"overridden\"", "\"Overridden\"", "outcome: found another text" },
        { "F-04", "outcome is an object", "\"overridden\"", "{}", "outcome: found an object" },
        { "F-05", "accepted without suggestions", "\"overridden\"", "\"accepted\"", "acceptedSuggestions: found nothing; accepted: an array of 1 to 50 objects" },
        { "F-05", "accepted with an empty list", "\"overridden\"", "\"accepted\",\"acceptedSuggestions\":[]", "acceptedSuggestions: found an array of 0" },
        { "F-05", "accepted with texts", "\"overridden\"", "\"accepted\",\"acceptedSuggestions\":[\"s-1\"]", "acceptedSuggestions[0]: found a text" },
        { "F-05", "a suggestion without id", "\"overridden\"", "\"accepted\",\"acceptedSuggestions\":[{\"id\":\"s\"},{}]", "acceptedSuggestions[1].id: found nothing" },
        { "F-05", "accepted with a suggestion", "\"overridden\"", "\"accepted\",\"acceptedSuggestions\":[{\"id\":\"s\"}]", null },
        { "F-03", "no time", ",\"outcomeTimestamp\":\"2026-11-21T07:30:00.123Z\"", "", "outcomeTimestamp: found nothing; accepted: a date and time in UTC" },
        { "F-08", "a time without a fraction", ".123Z", "Z", null },
        { "F-08", "a time in small letters", "T07:30:00.123Z", "t07:30:00z", null },
        { "F-08", "another offset", ".123Z", "+02:00", null },
        { "F-08", "no offset", ".123Z", "", "outcomeTimestamp: found another text" },
        { "F-08", "a day", "T07:30:00.123Z", "", "outcomeTimestamp: found another text" },
        { "F-08", "a day that is none", "11-21", "02-30", "outcomeTimestamp: found another text" },
        { "F-08", "a number", "\"2026-11-21T07:30:00.123Z\"", "1763710200", "outcomeTimestamp: found a number" },
        { "F-07", "a Coding without display", ",\"outcomeT", ",\"overrideReason\":{\"reason\":{\"code\":\"x\",\"system\":\"urn:s\"}},\"outcomeT", null },
        { "F-07", "a reason that is a text", ",\"outcomeT", ",\"overrideReason\":{\"reason\":\"later\"},\"outcomeT", "overrideReason.reason: found a text; accepted: a Coding" },
        { "F-07", "a reason in a list", ",\"outcomeT", ",\"overrideReason\":[],\"outcomeT", "overrideReason: found an array" },
        { "F-14", "a plural reason in a list", ",\"outcomeT", ",\"overrideReasons\":[],\"outcomeT", "overrideReasons: found an array" },
        { "E-03", "extensions", "{\"card\"", "{\"extension\":{\"com.example.x\":[1]},\"zzz\":null,\"card\"", null },
        { "F-12", "text that is no Unicode", "c-1", "\\ud800", "(item): found text that is no Unicode" },
        { "F-12", "no object", Overridden, "[]", "(item): found an array; accepted: an object" },
        { "F-12", "null", Overridden, "null", "(item): found nothing" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    [Trait("Requirement", "F-03")]
    [Trait("Requirement", "F-04")]
    [Trait("Requirement", "F-05")]
    [Trait("Requirement", "F-06")]
    [Trait("Requirement", "F-07")]
    [Trait("Requirement", "F-08")]
    [Trait("Requirement", "F-12")]
    [Trait("Requirement", "F-14")]
    public void An_item_is_kept_or_refused_and_never_its_neighbour(string requirement, string story, string found, string by, string? problem)
    {
        Overridden.IndexOf(found, StringComparison.Ordinal).Should().NotBe(-1, "there must be something to change");
        var item = found.Length == 0 ? Overridden : Overridden.Replace(found, by);

        var batch = Read($$"""{"feedback":[{{Accepted}},{{item}},{{Accepted}}]}""");

        batch.Items.Should().HaveCount(problem is null ? 3 : 2, "{0}: {1}", requirement, story);
        if (problem is not null)
            batch.Refused.Should().ContainSingle().Which.Should().Match<RefusedItem>(refused => refused.Item == 1 && refused.Problem.StartsWith(problem), story);
    }

    [Fact]
    [Trait("Requirement", "F-05")]
    public void Every_accepted_suggestion_is_read() => Read($$"""{"feedback":[{{Accepted}}]}""").Items[0].AcceptedSuggestions.Should().Equal("s-1", "s-2");

    [Theory]
    [Trait("Requirement", "F-08")]
    [InlineData("2026-11-21T07:30:00.481Z", "2026-11-21T07:30:00.4810000+00:00", false)]
    [InlineData("2026-11-21T09:30:00+02:00", "2026-11-21T07:30:00.0000000+00:00", true)]
    [InlineData("2026-11-20T23:00:00-08:30", "2026-11-21T07:30:00.0000000+00:00", true)]
    [InlineData("2026-11-21T07:30:00+00:00", "2026-11-21T07:30:00.0000000+00:00", false)]
    public void Another_offset_is_converted_and_told(string sent, string kept, bool wasConverted)
    {
        var item = Read($$"""{"feedback":[{{Overridden.Replace("2026-11-21T07:30:00.123Z", sent)}}]}""").Items.Single();

        item.OutcomeAt.ToString("o").Should().Be(kept);
        item.WasConverted.Should().Be(wasConverted);
    }

    /// <summary>Story; the reason as sent; system and code as read; whether there was a comment.</summary>
    public static TheoryData<string, string, string?, string?, bool> Reasons => new()
    {
        { "of our list", """{"overrideReason":{"reason":{"code":"later","system":"http://netcdshooks.example/CodeSystem/net-override"}}}""", "http://netcdshooks.example/CodeSystem/net-override", "later", false },
        { "of the client's own", """{"overrideReason":{"reason":{"code":"x1","system":"https://ehr.example/reasons","display":"bad"},"userComment":"no"}}""", "https://ehr.example/reasons", "x1", true },
        { "only a comment", """{"overrideReason":{"userComment":"no"}}""", null, null, true },
        { "a blank comment", """{"overrideReason":{"userComment":" "}}""", null, null, false },
        { "an empty object", """{"overrideReason":{}}""", null, null, false },
        { "without a code", """{"overrideReason":{"reason":{"display":"bad"}}}""", null, null, false },
        { "a number for a code", """{"overrideReason":{"reason":{"code":7}}}""", null, "7", false },
        { "plural, with a Coding", """{"overrideReasons":{"reason":{"code":"contraindicated","display":"bad","system":"http: //example.org"},"userComment":"text"}}""", "http: //example.org", "contraindicated", true },
        {
            "plural, with Epic's extensions",
            """{"overrideReasons":{"extension":{"com.epic.cdshooks.feedback.overrideReason.reasonCategory":"45","com.epic.cdshooks.feedback.overrideReason.reasonTitle":"Does not meet criteria"},"userComment":"text"}}""",
            "com.epic.cdshooks.feedback.overrideReason.reasonCategory", "45", true
        },
        { "with another extension of Epic", """{"overrideReasons":{"extension":{"com.other":"1","com.epic.cdshooks.feedback.overrideReason.reasonId":46}}}""", "com.epic.cdshooks.feedback.overrideReason.reasonId", "46", false },
        { "with extensions of others only", """{"overrideReasons":{"extension":{"com.other":"1"}}}""", null, null, false },
        { "both; the specification's counts", """{"overrideReason":{"reason":{"code":"a"}},"overrideReasons":{"reason":{"code":"b"}}}""", null, "a", false },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    [Trait("Requirement", "F-07")]
    [Trait("Requirement", "F-14")]
    public void Reasons_come_in_many_shapes(string story, string sent, string? system, string? code, bool commented)
    {
        var item = Read($$"""{"feedback":[{{Overridden.Replace("\"outcomeT", $"{sent[1..^1]},\"outcomeT")}}]}""").Items.Single();

        item.Reason.Should().Be(code is null ? null : new FeedbackReason(system, code), story);
        item.Commented.Should().Be(commented, story);
    }

    /// <summary>Story; the body; status and the beginning of what is said.</summary>
    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "a bare array", "[]", 400, "feedback: found an array around it; accepted: an object that holds it" },
        { "a single item", Overridden, 400, "feedback: found nothing; accepted: an array of items" },
        { "an item in its place", $$"""{"feedback":{{Overridden}}}""", 400, "feedback: found an object; accepted: an array of items" },
        { "null", """{"feedback":null}""", 400, "feedback: found nothing" },
        { "cut short", """{"feedback":[""", 400, "line 1" },
        { "more behind it", """{"feedback":[]} {}""", 400, "line 1" },
        { "nothing", "", 400, "line 1" },
        { "too deep", new string('[', 1000), 400, "line 1" },
        { "too many items", $$"""{"feedback":[{{string.Join(',', Enumerable.Repeat("1", 1001))}}]}""", 413, "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    [Trait("Requirement", "F-02")]
    [Trait("Requirement", "F-12")]
    public void A_body_that_is_none_is_refused_as_a_whole(string story, string body, int status, string reason)
    {
        var refusal = ((Action)(() => Read(body))).Should().Throw<Refusal>(story).Which;

        refusal.Status.Should().Be(status, story);
        (refusal.Diagnostics ?? "").Should().StartWith(reason, story);
    }

    [Fact]
    [Trait("Requirement", "F-02")]
    public void An_empty_list_is_a_body() => Read("""{"feedback":[]}""").Items.Should().BeEmpty();

    private static FeedbackBatch Read(string body) => FeedbackReader.Read(Encoding.UTF8.GetBytes(body));
}
