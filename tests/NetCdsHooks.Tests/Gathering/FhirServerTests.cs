using Microsoft.Extensions.Logging.Abstractions;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What all calls to one server share.</summary>
public sealed class FhirServerTests
{
    private static readonly FhirReply Well = new(null);

    private static readonly FhirReply Fault = FhirReply.Fault(NeedGap.Failed, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_server_that_only_fails_is_left_alone_for_a_while()
    {
        var server = Server();
        using var budget = Budget();
        for (var time = 0; time < 20; time++)
            await server.AskAsync(_ => new(Fault), budget);
        var asked = 0;

        var reply = await server.AskAsync(_ => { asked++; return new(Well); }, budget);

        asked.Should().Be(0);
        reply.Gap.Should().Be(NeedGap.Failed);
    }

    [Theory]
    [InlineData("fewer requests than can be judged by", 19, 0)]
    [InlineData("one of four answers", 30, 10)]
    public async Task A_server_that_may_still_answer_is_asked(string story, int faults, int answers)
    {
        var server = Server();
        using var budget = Budget();
        for (var time = 0; time < answers; time++)
            await server.AskAsync(_ => new(Well), budget);
        for (var time = 0; time < faults; time++)
            await server.AskAsync(_ => new(Fault), budget);

        (await server.AskAsync(_ => new(Well), budget)).Gap.Should().BeNull(story);
    }

    [Fact]
    public async Task That_one_client_asks_too_much_closes_the_server_for_nobody()
    {
        var server = Server();
        using var budget = Budget();
        for (var time = 0; time < 30; time++)
            await server.AskAsync(_ => new(FhirReply.TooMany(TimeSpan.FromHours(1))), budget);

        (await server.AskAsync(_ => new(Well), budget)).Gap.Should().BeNull();
    }

    [Theory]
    [InlineData("refused", NeedGap.Refused)]
    [InlineData("no FHIR", NeedGap.Unreadable)]
    public async Task What_is_no_fault_of_the_server_counts_for_nothing(string story, NeedGap gap)
    {
        var server = Server();
        using var budget = Budget();
        for (var time = 0; time < 30; time++)
            await server.AskAsync(_ => new(FhirReply.Without(gap)), budget);

        (await server.AskAsync(_ => new(Well), budget)).Gap.Should().BeNull(story);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_there_are_places_and_the_others_wait()
    {
        var server = Server(places: 2);
        using var budget = Budget();
        using var gate = new SemaphoreSlim(0);
        var (now, most) = (0, 0);
        var calls = Enumerable.Range(0, 10).Select(_ => server.AskAsync(WaitAsync, budget).AsTask()).ToArray();

        gate.Release(10);
        await Task.WhenAll(calls);

        most.Should().Be(2);

        async ValueTask<FhirReply> WaitAsync(CancellationToken cancellation)
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await gate.WaitAsync(cancellation);
            Interlocked.Decrement(ref now);
            return Well;
        }
    }

    [Fact]
    public async Task Who_finds_no_place_to_wait_in_fails_at_once()
    {
        var server = Server(places: 1, waiting: 0);
        using var budget = Budget();
        var end = new TaskCompletionSource();
        var first = server.AskAsync(async _ => { await end.Task; return Well; }, budget);

        var second = await server.AskAsync(_ => new(Well), budget);
        end.SetResult();

        second.Gap.Should().Be(NeedGap.Failed);
        (await first).Gap.Should().BeNull();
    }

    [Fact]
    public async Task Waiting_for_a_place_ends_with_the_budget()
    {
        var server = Server(places: 1);
        using var budget = Budget(TimeSpan.FromMilliseconds(200));
        var end = new TaskCompletionSource();
        var first = server.AskAsync(async _ => { await end.Task; return Well; }, budget);

        (await server.AskAsync(_ => new(Well), budget)).Gap.Should().Be(NeedGap.TimedOut);
        end.SetResult();
        await first;
    }

    [Fact]
    public async Task Requests_that_were_ended_because_enough_was_known_are_no_fault()
    {
        var server = Server();
        for (var time = 0; time < 30; time++)
        {
            using var call = Budget();
            var pending = server.AskAsync(async cancellation => { await Task.Delay(Timeout.Infinite, cancellation); return Well; }, call);
            call.KnowsEnough();
            (await pending).Gap.Should().Be(NeedGap.TimedOut);
        }

        using var budget = Budget();
        (await server.AskAsync(_ => new(Well), budget)).Gap.Should().BeNull();
    }

    private static FhirServer Server(int places = 100, int waiting = 100) => new(new() { MaxParallel = places, MaxWaiting = waiting }, TimeProvider.System, NullLogger<FhirServer>.Instance);

    private static CallBudget Budget(TimeSpan? time = null) =>
        new(new(time ?? TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 1000), DateTimeOffset.UtcNow, TimeProvider.System, CancellationToken.None);
}
