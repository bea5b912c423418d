using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;
using Xunit.Abstractions;

namespace NetCdsHooks.Tests.Feedback;

/// <summary>The service as a process of its own, killed in the middle of feedback, started again on the same folder.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 30;
    private const int Senders = 8;
    private const int ItemsABody = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("killed-").FullName;
    private readonly CardUuids _uuids = new(SomeKey.Value);
    private readonly ConcurrentBag<string> _sent = [];
    private readonly ConcurrentBag<string> _answered = [];

    [Fact]
    [Trait("Requirement", "F-12")]
    [Trait("Kind", "Slow")]
    public async Task Whatever_was_answered_200_is_kept_once_through_thirty_kills()
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(20261121);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var service = await ServiceProcess.StartAsync(_folder);
            using var client = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromSeconds(20) };
            var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendUntilItBreaks(client))).ToArray();
            var enough = _answered.Count + ItemsABody * random.Next(10, 200);
            while (_answered.Count < enough && !senders.All(sender => sender.IsCompleted))
                await Task.WhenAny(Task.Delay(5), Task.WhenAll(senders));
            service.Kill();
            await Task.WhenAll(senders).WaitAsync(TimeSpan.FromSeconds(60));
        }

        await using (var last = new FeedbackJournal(_folder, long.MaxValue, TimeProvider.System, NullLogger<FeedbackJournal>.Instance))
            await last.KeepAsync([new FeedbackEntry.Shown(DateTimeOffset.UtcNow, "c", "s", "after the last kill", "1.0.0", 1)]);

        var reader = new JournalReader(_folder);
        var kept = reader.Read().OfType<FeedbackEntry.Given>().GroupBy(given => given.Uuid).ToDictionary(group => group.Key, group => group.Count());
        output.WriteLine($"{_sent.Count} items sent, {_answered.Count} answered 200, {kept.Count} kept, {Kills} kills in {watch.Elapsed.TotalSeconds:0} s");
        _answered.Should().HaveCountGreaterThan(Kills * ItemsABody * 10, "the service must have been busy");
        _sent.Count.Should().BeGreaterThan(_answered.Count, "it must have been killed with items under way");
        _answered.Where(uuid => kept.GetValueOrDefault(uuid) != 1).Should().BeEmpty("each must be kept once");
        kept.Where(item => item.Value > 1).Should().BeEmpty();
        reader.Unreadable.Should().Be(0);
    }

    private async Task SendUntilItBreaks(HttpClient client)
    {
        try
        {
            while (true)
            {
                var uuids = Enumerable.Range(0, ItemsABody).Select(_ => _uuids.Write(_uuids.Next(CdsService.All[0], "tumour-active", "1.2.3"))).ToArray();
                Array.ForEach(uuids, _sent.Add);
                var body = FeedbackCallTests.Body([.. uuids.Select(uuid => FeedbackCallTests.Item(uuid))]);
                using var answer = await client.PostAsync(FeedbackCallTests.Address, new StringContent(body, Encoding.UTF8, "application/json"));
                answer.StatusCode.Should().Be(HttpStatusCode.OK);
                Array.ForEach(uuids, _answered.Add);
            }
        }
        catch (HttpRequestException)
        {
            // The service is gone; what was under way counts as sent and not as answered.
        }
    }
}
