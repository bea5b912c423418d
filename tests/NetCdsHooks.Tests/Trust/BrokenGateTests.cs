using System.Text;
using NetCdsHooks.Tests.Support;

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
}
