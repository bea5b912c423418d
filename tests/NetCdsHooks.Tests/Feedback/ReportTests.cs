using Microsoft.Extensions.Logging.Abstractions;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Commands;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Feedback.Reports;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

public sealed class ReportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "F-09")]
    [Trait("Requirement", "F-10")]
    public void Each_card_version_and_client_has_a_row_and_silence_is_a_class_of_its_own()
    {
        var rows = FeedbackReport.Of(
        [
            Shown("a", "1.0.0", "EHR", 3), Shown("a", "1.0.0", "EHR", 4), Shown("a", "1.1.0", "EHR", 1), Shown("a", "1.0.0", "Other", 2), Shown("b", "1.0.0", "EHR", 5),
            Given("u1", "a", Outcome.Accepted), Given("u2", "a", Outcome.Overridden, "later"), Given("u3", "a", Outcome.Overridden, "later"), Given("u4", "a", Outcome.Overridden),
        ]);

        rows.Select(row => (row.Card, row.Version, row.Client, row.Shown, row.Unanswered)).Should().Equal(
            ("a", "1.0.0", "EHR", 7, 3), ("a", "1.0.0", "Other", 2, 2), ("a", "1.1.0", "EHR", 1, 1), ("b", "1.0.0", "EHR", 5, 5));
        rows[0].Accepted.Should().Be(1);
        rows[0].Overridden.Should().Be(3);
        rows[0].WithoutReason.Should().Be(1);
        rows[0].Reasons.Should().Equal(new Dictionary<string, long> { ["later"] = 2 });
    }

    /// <summary>Story; outcomes reported of one card, each a letter (a, o) and the minute of it; what counts.</summary>
    public static TheoryData<string, string, string> Repeats => new()
    {
        { "the same twice", "a1 a1", "a" },
        { "overridden, then accepted", "o1 a2", "a" },
        { "accepted, then overridden", "a1 o2", "o" },
        { "told in another order than it happened", "o2 a1", "o" },
        { "at one moment: what was told last", "o1 a1", "a" },
    };

    [Theory]
    [MemberData(nameof(Repeats))]
    [Trait("Requirement", "F-09")]
    public void Of_several_reports_about_one_card_the_last_outcome_counts(string story, string reports, string counts)
    {
        var row = FeedbackReport.Of(reports.Split(' ').Select((report, place) =>
            Given("u1", "a", report[0] == 'a' ? Outcome.Accepted : Outcome.Overridden) with { OutcomeAt = Noon.AddMinutes(report[1]), At = Noon.AddSeconds(place) })).Single();

        (row.Accepted, row.Overridden).Should().Be(counts == "a" ? (1, 0) : (0, 1), story);
    }

    [Fact]
    public void Feedback_proves_that_a_card_was_shown() =>
        FeedbackReport.Of([Shown("a", "1.0.0", "EHR", 1), Given("u1", "a", Outcome.Accepted), Given("u2", "a", Outcome.Accepted)])
            .Single().Should().Match<ReportRow>(row => row.Shown == 2 && row.Unanswered == 0);

    [Fact]
    [Trait("Requirement", "F-13")]
    public void What_matches_no_card_is_told_last_and_apart()
    {
        var rows = FeedbackReport.Of([Given("text-1", null, Outcome.Accepted, match: CardMatch.None), Shown("a", "1.0.0", "EHR", 1)]);

        rows.Select(row => row.Card).Should().Equal("a", FeedbackReport.NoCard);
        rows[1].Should().Match<ReportRow>(row => row.Shown == 0 && row.Accepted == 1 && row.Unanswered == 0);
    }

    [Fact]
    public void A_card_that_the_site_no_longer_has_is_known_by_its_counts()
    {
        var uuids = new CardUuids(SomeKey.Value);
        var uuid = uuids.Write(uuids.Next(CdsService.All[0], "gone", "1.0.0"));

        FeedbackReport.Of([Shown("gone", "1.0.0", "EHR", 2), Given(uuid, null, Outcome.Accepted, match: CardMatch.Former)])
            .Single().Should().Match<ReportRow>(row => row.Card == "gone" && row.Accepted == 1 && row.Unanswered == 1);
    }

    [Fact]
    public void Our_own_reasons_go_without_their_system() =>
        FeedbackReport.Of([
            Given("u1", "a", Outcome.Overridden, "later", OverrideReason.System), Given("u2", "a", Outcome.Overridden, "45", "com.epic.x"),
        ]).Single().Reasons.Keys.Should().Equal("com.epic.x|45", "later");

    [Theory]
    [InlineData("--csv", """"
        card,version,client,shown,accepted,overridden,unanswered,overridden without reason,reasons
        a,1.0.0,"'=EHR, ""north""",3,0,2,1,1,later: 1

        """")]
    [InlineData("--ndjson", """"
        {"card":"a","version":"1.0.0","client":"=EHR, \u0022north\u0022","shown":3,"accepted":0,"overridden":2,"reasons":{"later":1},"unanswered":1,"withoutReason":1}

        """")]
    [InlineData(null, "later: 1")]
    public async Task The_verb_prints_a_table_CSV_or_NDJSON(string? form, string expected)
    {
        const string client = "=EHR, \"north\"";
        var folder = await Kept(
            Shown("a", "1.0.0", client, 3),
            Given("u1", "a", Outcome.Overridden, "later") with { Client = client },
            Given("u2", "a", Outcome.Overridden) with { Client = client });

        var (code, output, error) = await Run(form is null ? ["feedback", "--folder", folder] : ["feedback", "--folder", folder, form]);

        code.Should().Be(0, error);
        if (form is null)
            output.Should().Contain(expected).And.Contain("unanswered");
        else
            output.ReplaceLineEndings("\n").Should().Be(expected.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_verb_tells_of_lines_that_it_could_not_read()
    {
        var folder = await Kept(Shown("a", "1.0.0", "EHR", 3));
        File.WriteAllText(Path.Combine(folder, "2026-11-20-1.ndjson"), "rubbish\n");

        var (code, output, error) = await Run(["feedback", "--folder", folder]);

        code.Should().Be(0);
        output.Should().Contain("EHR");
        error.Should().Contain("1 line(s) of the journal could not be read.");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var (code, _, error) = await Run(["feedback", "--folder", "/no/such/folder"]);

        code.Should().Be(1);
        error.Should().StartWith("--folder: the journal cannot be read:").And.Contain("/no/such/folder");
    }

    private static FeedbackEntry.Shown Shown(string card, string version, string client, long count) => new(Noon, client, "net-patient-view", card, version, count);

    private static FeedbackEntry.Given Given(
        string uuid, string? card, Outcome outcome, string? reason = null, string? system = null, CardMatch match = CardMatch.Known) => new(
        Noon, "EHR", "net-patient-view", uuid, match, card is null ? null : new(card, "1.0.0", card, "net-patient-view"), outcome,
        null, reason is null ? null : new(system, reason), false, Noon);

    private static async Task<string> Kept(params FeedbackEntry[] entries)
    {
        var folder = Directory.CreateTempSubdirectory("report-").FullName;
        await using var journal = new FeedbackJournal(folder, long.MaxValue, TimeProvider.System, NullLogger<FeedbackJournal>.Instance);
        await journal.KeepAsync(entries);
        return folder;
    }

    private static async Task<(int Code, string Output, string Error)> Run(string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(line, _ => Task.FromResult(99), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
