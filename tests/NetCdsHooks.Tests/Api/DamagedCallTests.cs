using System.Text;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>A valid call, damaged at random but in the same way on every run.</summary>
[Collection(SharedService.Name)]
public sealed class DamagedCallTests(SharedService service)
{
    private const int Damages = 1000;

    /// <summary>Stands for half a character, which no JSON library would write.</summary>
    private const string LoneSurrogate = "(half)";

    private readonly ServiceHost _host = service.Host;

    [Fact]
    [Trait("Requirement", "G-01")]
    [Trait("Requirement", "R-04")]
    public async Task No_damage_ends_in_a_server_error()
    {
        var random = new Random(20261121);
        var valid = Encoding.UTF8.GetBytes(HookCall.ActiveTumour(_host).Prefetch("pathology", SomeJson.Bundle(SomeJson.Ki67())).Body.ToJsonString());

        for (var number = 0; number < Damages; number++)
        {
            var damaged = Damage(valid, random);
            var answer = await _host.Post(damaged);

            answer.Status.Should().BeOneOf([200, 400, 412], "of damage {0}: {1}", number, Encoding.UTF8.GetString(damaged));
            answer.Json.Should().ContainKey(answer.Status == 200 ? "cards" : "resourceType");
        }
    }

    private static byte[] Damage(byte[] valid, Random random) => random.Next(5) switch
    {
        0 => valid[..random.Next(valid.Length)],
        1 => [.. valid.Select(value => random.Next(valid.Length) < 3 ? (byte)random.Next(256) : value)],
        2 => WithoutPart(valid, random),
        3 => WithPartTwice(valid, random),
        _ => WithMemberReplaced(valid, random),
    };

    private static byte[] WithoutPart(byte[] valid, Random random)
    {
        var start = random.Next(valid.Length);
        return [.. valid[..start], .. valid[Math.Min(valid.Length, start + random.Next(1, 40))..]];
    }

    private static byte[] WithPartTwice(byte[] valid, Random random)
    {
        var start = random.Next(valid.Length);
        var end = Math.Min(valid.Length, start + random.Next(1, 40));
        return [.. valid[..end], .. valid[start..]];
    }

    /// <summary>Still JSON, but something of another kind stands somewhere.</summary>
    private static byte[] WithMemberReplaced(byte[] valid, Random random)
    {
        var root = JsonNode.Parse(valid)!;
        var nodes = Below(root).ToArray();
        var victim = nodes[random.Next(nodes.Length)];
        var other = JsonNode.Parse(Others[random.Next(Others.Length)]);
        if (victim.Parent is JsonObject parent)
            parent[victim.GetPropertyName()] = other;
        else
            victim.Parent!.AsArray()[victim.GetElementIndex()] = other;
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace(LoneSurrogate, "\\ud800", StringComparison.Ordinal));
    }

    private static readonly string[] Others =
        ["null", "true", "7", "-1e400", "\"\"", $"\"{LoneSurrogate}\"", "[]", "{}", "[null]", "{\"resourceType\":\"Bundle\",\"entry\":[{}]}", "\"<html>\"", "[[[[]]]]"];

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child)),
        _ => [],
    };
}
