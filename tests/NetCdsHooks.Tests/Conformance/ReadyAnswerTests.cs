using System.Text.Json.Nodes;
using FluentAssertions.Execution;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Commands.Calling;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>Advice to clients that are ready for 3.0.</summary>
public sealed class ReadyAnswerTests
{
    [Fact]
    [Trait("Requirement", "C-12")]
    [Trait("Requirement", "S-12")]
    public async Task Under_3_0_every_answer_is_that_of_2_0_but_for_the_codes_of_reasons()
    {
        await using var published = new ShippedService();
        await using var ready = new ShippedService("NetCdsHooks:CdsHooks", "V3");
        var systems = new HashSet<string>();

        using var _ = new AssertionScope();
        foreach (var call in Samples.Calls)
        {
            var before = await published.Call(published.FullPrefetch(call));
            var after = await ready.Call(ready.FullPrefetch(call));

            AnswerRules.Broken(after.Json).Should().BeEmpty(call);
            systems.UnionWith(Reasons(after).Select(reason => (string)reason["system"]!));
            Reasons(before).Select(reason => (string)reason["system"]!).Should().BeSubsetOf([OverrideReason.System], call);
            Plain(after).Should().Be(Plain(before), call);
        }

        systems.Should().BeEquivalentTo(OverrideReason.System, NonAdherenceReasons.System);
    }

    private static IEnumerable<JsonNode> Reasons(Answer answer) => answer.Cards.SelectMany(card => card["overrideReasons"]?.AsArray() ?? []).Select(reason => reason!);

    /// <summary>With the words of each reason alone.</summary>
    private static string Plain(Answer answer)
    {
        var json = JsonNode.Parse(ShippedService.Stable(answer))!;
        foreach (var reason in json["cards"]!.AsArray().SelectMany(card => card!["overrideReasons"]?.AsArray() ?? []))
            foreach (var member in new[] { "code", "system" })
                reason!.AsObject().Remove(member);
        return json.ToJsonString();
    }
}
