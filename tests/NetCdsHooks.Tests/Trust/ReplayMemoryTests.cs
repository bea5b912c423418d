using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust.Replay;

namespace NetCdsHooks.Tests.Trust;

public sealed class ReplayMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private readonly StoppedClock _clock = new(Now);

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task A_token_is_remembered_until_it_expires_and_then_forgotten()
    {
        var memory = new ReplayMemory(_clock);

        (await memory.TryUseAsync("a", "1", Now.AddSeconds(300))).Should().Be(TokenUse.First);
        _clock.TurnOn(TimeSpan.FromSeconds(299));
        (await memory.TryUseAsync("a", "1", Now.AddSeconds(300))).Should().Be(TokenUse.Repeated);
        _clock.TurnOn(TimeSpan.FromSeconds(1));
        (await memory.TryUseAsync("b", "2", Now.AddSeconds(600))).Should().Be(TokenUse.First);
        memory.Count.Should().Be(1);
    }

    [Theory]
    [Trait("Requirement", "J-14")]
    [InlineData("a", "1", "b", "1")]
    [InlineData("a", "1", "a", "2")]
    [InlineData("a", "b1", "ab", "1")]
    [InlineData("a", "1", "a", "1 ")]
    [InlineData("1:a", "x", "a", "1:x")]
    public async Task Other_tokens_are_others(string issuer, string jti, string otherIssuer, string otherJti)
    {
        var memory = new ReplayMemory(_clock);

        (await memory.TryUseAsync(issuer, jti, Now.AddMinutes(5))).Should().Be(TokenUse.First);
        (await memory.TryUseAsync(otherIssuer, otherJti, Now.AddMinutes(5))).Should().Be(TokenUse.First);
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public async Task When_it_is_full_nobody_is_let_in_until_there_is_room()
    {
        var memory = new ReplayMemory(_clock, capacity: 3);
        for (var number = 0; number < 3; number++)
            (await memory.TryUseAsync("a", $"{number}", Now.AddSeconds(100 + number))).Should().Be(TokenUse.First);

        (await memory.TryUseAsync("a", "new", Now.AddSeconds(300))).Should().Be(TokenUse.NoRoom);
        (await memory.TryUseAsync("a", "1", Now.AddSeconds(300))).Should().Be(TokenUse.Repeated);
        _clock.TurnOn(TimeSpan.FromSeconds(100));
        (await memory.TryUseAsync("a", "new", Now.AddSeconds(300))).Should().Be(TokenUse.First);
    }

    [Fact]
    [Trait("Requirement", "J-14")]
    public void Of_fifty_at_one_instant_one_is_first_again_and_again()
    {
        const int callers = 50;
        const int rounds = 100;
        var memory = new ReplayMemory(_clock);
        var firsts = new int[rounds];
        using var together = new Barrier(callers);
        var threads = Enumerable.Range(0, callers).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < rounds && together.SignalAndWait(TimeSpan.FromSeconds(20)); round++)
                if (memory.TryUseAsync("a", $"{round}", Now.AddMinutes(5)).Result == TokenUse.First)
                    Interlocked.Increment(ref firsts[round]);
        })).ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        firsts.Should().OnlyContain(first => first == 1);
    }
}
