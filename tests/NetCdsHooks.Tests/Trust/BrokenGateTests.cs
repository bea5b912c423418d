using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust.Replay;

namespace NetCdsHooks.Tests.Trust;

/// <summary>What the tests of tokens are worth: with the guard taken away, what they refuse is let in.</summary>
[Collection(SharedService.Name)]
public sealed class BrokenGateTests(SharedService open)
{
    public static TheoryData<string> Attacks => [.. AttackTable.All.Select(attack => attack.Story)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Without_a_gate_every_attack_gets_advice(string story)
    {
        var attack = AttackTable.All.Single(attack => attack.Story == story);
        var request = new HttpRequestMessage(HttpMethod.Post, ServiceHost.PatientView)
        {
            Content = new StringContent(HookCall.ActiveTumour(open.Host).Body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (attack.Authorization(new TokenMaker(new TurnedClock())) is { } authorization)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        (await open.Host.Send(request)).Status.Should().Be(200, story);
    }

    [Fact]
    public async Task Without_a_memory_a_token_is_good_for_two_calls()
    {
        using var service = new TrustedService();
        service.Host.With(services => services.AddSingleton<IReplayMemory, Forgetful>());
        var token = service.Tokens.Make();

        (await service.Call(token)).Status.Should().Be(200);
        (await service.Call(token)).Status.Should().Be(200);
    }

    private sealed class Forgetful : IReplayMemory
    {
        public ValueTask<TokenUse> TryUseAsync(string issuer, string jti, DateTimeOffset expires) => new(TokenUse.First);
    }
}
