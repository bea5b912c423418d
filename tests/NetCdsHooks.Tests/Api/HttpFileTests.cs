using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Commands.Calling;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>The calls of <c>NetCdsHooks.http</c>, sent to the running service.</summary>
public sealed partial class HttpFileTests
{
    [Fact]
    public async Task Each_hook_has_a_call_and_each_call_gets_cards()
    {
        using var host = new ServiceHost().With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"));
        host.UseKestrel(0);
        host.StartServer();
        var file = (await File.ReadAllTextAsync(Repository.PathOf("src", "NetCdsHooks", "NetCdsHooks.http"))).Replace("{{host}}", host.Address, StringComparison.Ordinal);
        var calls = Call().Matches(file);

        calls.Select(call => call.Groups["hook"].Value).Should().BeEquivalentTo(Enum.GetValues<Hook>().Select(hook => hook.Name()));
        foreach (Match call in calls)
        {
            var answer = await host.Post(call.Groups["body"].Value, path: $"/cds-services/net-{call.Groups["hook"].Value}");

            answer.Status.Should().Be(200, answer.Text);
            answer.Cards.Should().NotBeEmpty(call.Groups["hook"].Value);
            answer.CardIds.Should().NotContain("net-data-incomplete", call.Groups["hook"].Value);
            AnswerRules.Broken(answer.Json).Should().BeEmpty();
        }
    }

    [GeneratedRegex(@"^POST \S+/cds-services/net-(?<hook>[a-z-]+)\n[^\n]+\n\n(?<body>\{.*?^\})", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Call();
}
