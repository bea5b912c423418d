using Microsoft.Extensions.Logging.Abstractions;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

public sealed class JournalTests
{
    private const long Plenty = 1024 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("journal-").FullName;
    private readonly TurnedClock _clock = new();

    [Fact]
    public async Task What_is_kept_is_read_back_as_it_was()
    {
        FeedbackEntry.Given given = new(
            _clock.GetUtcNow(), "A client", "net-patient-view", "uuid", CardMatch.Known, new("a", "1.0.0", "a", "net-order-sign"),
            Outcome.Overridden, null, new("urn:x", "later"), true, _clock.GetUtcNow());
        FeedbackEntry.Given accepted = given with { Outcome = Outcome.Accepted, AcceptedSuggestions = ["a", "b"], Reason = null, Card = null };

        await Keep(given, accepted, Shown(1));

        File.ReadAllText(Directory.GetFiles(_folder, "*.ndjson").Single()).Should()
            .StartWith("{\"kind\":\"feedback\"").And.Contain("\"match\":\"known\"").And.Contain("\"outcome\":\"overridden\"");
        new JournalReader(_folder).Read().Should().BeEquivalentTo(new FeedbackEntry[] { given, accepted, Shown(1) }, options => options.RespectingRuntimeTypes());
    }

    /// <summary>Story; what a crash left behind the last whole line.</summary>
    public static TheoryData<string, string> Tails => new()
    {
        { "half a line", """{"kind":"shown","at":"2026-""" },
        { "a line without its end", """{"kind":"shown","at":"2026-11-21T00:00:00+00:00","client":"torn","service":"s","card":"c","version":"1","count":9}""" },
        { "zeros", new string('\0', 5000) },
        { "much", new string('x', 200_000) },
    };

    [Theory]
    [MemberData(nameof(Tails))]
    public async Task A_torn_last_line_is_cut_off_and_all_before_it_is_kept(string story, string tail)
    {
        await Keep(Shown(1), Shown(2));
        File.AppendAllText(Directory.GetFiles(_folder, "*.ndjson").Single(), tail);

        await Keep(Shown(3));

        var reader = new JournalReader(_folder);
        Counts(reader).Should().Equal([1, 2, 3], story);
        reader.Unreadable.Should().Be(0, story);
        Directory.GetFiles(_folder, "*.ndjson").Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_of_nothing_but_a_torn_line_is_begun_anew()
    {
        await Keep(Shown(1));
        File.WriteAllText(Directory.GetFiles(_folder, "*.ndjson").Single(), "{\"kind\":");

        await Keep(Shown(2));

        Counts(new(_folder)).Should().Equal(2);
    }

    [Fact]
    public async Task A_line_that_is_spoilt_costs_only_itself_and_is_counted()
    {
        await Keep(Shown(1));
        File.AppendAllText(Directory.GetFiles(_folder, "*.ndjson").Single(), "rubbish\n{\"kind\":\"other\"}\n");
        await Keep(Shown(2));

        var reader = new JournalReader(_folder);

        Counts(reader).Should().Equal(1, 2);
        reader.Unreadable.Should().Be(2);
    }

    [Fact]
    public async Task Two_instances_share_a_folder_and_never_a_file()
    {
        await using var first = Journal();
        await using var second = Journal();

        await Task.WhenAll(Enumerable.Range(0, 100).SelectMany(number => new[] { first.KeepAsync([Shown(number)]), second.KeepAsync([Shown(1000 + number)]) }));

        Directory.GetFiles(_folder, "*.ndjson").Should().HaveCount(2);
        Counts(new(_folder)).Should().BeEquivalentTo(Enumerable.Range(0, 100).Concat(Enumerable.Range(1000, 100)));
    }

    [Fact]
    public async Task Every_day_has_its_file()
    {
        await using var journal = Journal();
        await journal.KeepAsync([Shown(1)]);
        _clock.TurnOn(TimeSpan.FromDays(1));
        await journal.KeepAsync([Shown(2)]);

        Directory.GetFiles(_folder, "*.ndjson").Should().HaveCount(2);
        Counts(new(_folder)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_day_has_a_limit_and_the_next_day_goes_on()
    {
        await using var journal = Journal(maxFileBytes: 1000);
        Func<Task> keep = () => journal.KeepAsync([.. Enumerable.Range(0, 4).Select(Shown)]);
        await keep();

        await keep.Should().ThrowAsync<FeedbackStoreException>().WithMessage("*reached 1000 bytes*");
        journal.Failure.Should().NotBeNull();

        _clock.TurnOn(TimeSpan.FromDays(1));
        await keep();
        journal.Failure.Should().BeNull();
        Counts(new(_folder)).Should().HaveCount(8);
    }

    [Fact]
    public async Task A_folder_that_is_gone_fails_the_batch_and_not_the_journal()
    {
        var file = Path.Combine(_folder, "sub");
        File.WriteAllText(file, "");
        await using var journal = new FeedbackJournal(file, Plenty, _clock, NullLogger<FeedbackJournal>.Instance);
        Func<Task> keep = () => journal.KeepAsync([Shown(1)]);

        await keep.Should().ThrowAsync<FeedbackStoreException>();
        File.Delete(file);
        await keep();

        Counts(new(file)).Should().Equal(1);
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_any_more()
    {
        var journal = Journal();
        var last = journal.KeepAsync([Shown(1)]);
        await journal.DisposeAsync();

        await last;
        await ((Func<Task>)(() => journal.KeepAsync([Shown(2)]))).Should().ThrowAsync<FeedbackStoreException>();
    }

    private async Task Keep(params FeedbackEntry[] entries)
    {
        await using var journal = Journal();
        await journal.KeepAsync(entries);
    }

    private FeedbackJournal Journal(long maxFileBytes = Plenty) => new(_folder, maxFileBytes, _clock, NullLogger<FeedbackJournal>.Instance);

    private static FeedbackEntry Shown(int count) =>
        new FeedbackEntry.Shown(new(2026, 11, 21, 7, 30, 0, TimeSpan.Zero), "A client", "net-patient-view", "ki67-missing", "1.0.0", count);

    private static IEnumerable<int> Counts(JournalReader reader) => reader.Read().OfType<FeedbackEntry.Shown>().Select(shown => (int)shown.Count);
}
