using NetCdsHooks.Tests.Support;
using NetCdsHooks.Tests.Support.Scripted;
using Xunit.Abstractions;

namespace NetCdsHooks.Tests.Gathering.BadServers;

/// <summary>What bad servers leave behind: no connection, no memory.</summary>
[Collection(AloneCollection.Name)]
public sealed class BadServerLeakTests(BadServerService service, ITestOutputHelper output) : IClassFixture<BadServerService>
{
    private const int ConnectionsPerServer = 32;
    private const int MegaByte = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Behaviours => new(Scripts.All.Where(script => script.Door is Door.Http or Door.Tls or Door.FalseTls).Select(script => script.Name));

    /// <summary>A hasty client would fill the server up with connections that nobody waits for.</summary>
    [Theory]
    [MemberData(nameof(Behaviours))]
    [Trait("Requirement", "A-11")]
    public async Task No_connection_is_left_in_the_middle_of_an_answer(string behaviour)
    {
        var script = Scripts.All.Single(script => script.Name == behaviour);
        var sample = service.Cases[0].Sample;
        await using var server = ScriptedFhirServer.Start(Samples.Json(sample), script);

        await Task.WhenAll(service.Cases.Where(one => one.Sample == sample).Select(one => service.Call(one, server.BaseUrl)));

        await server.AtRest().WaitAsync(Patience);
        if (script.Reading == Reading.TimedOut)
            await server.Deserted().WaitAsync(Patience);
        server.Open.Should().BeLessThanOrEqualTo(ConnectionsPerServer);
    }

    [Fact]
    public async Task Neither_size_nor_depth_of_answers_stays_in_memory()
    {
        var heavy = Scripts.All.Where(script => script.Reading == Reading.TooMuch || script.Name is "JSON 10,000 deep" or "pages without end").ToList();
        heavy.Should().HaveCount(5);
        await CallAll(heavy);
        var before = Measure();

        for (var round = 0; round < 3; round++)
            await CallAll(heavy);

        var after = Measure();
        output.WriteLine($"after one round {before}, after four {after}");
        (after.Managed - before.Managed).Should().BeLessThan(32);
        (after.WorkingSet - before.WorkingSet).Should().BeLessThan(256);
    }

    private async Task CallAll(IEnumerable<Script> scripts)
    {
        foreach (var script in scripts)
            foreach (var patient in service.Cases.GroupBy(one => one.Sample))
            {
                await using var server = ScriptedFhirServer.Start(Samples.Json(patient.Key), script);
                await Task.WhenAll(patient.Select(one => service.Call(one, server.BaseUrl)));
            }
    }

    private static (long Managed, long WorkingSet) Measure() => (GC.GetTotalMemory(forceFullCollection: true) / MegaByte, Environment.WorkingSet / MegaByte);
}
