using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Trust.AttackTable;

namespace NetCdsHooks.Tests.Trust;

/// <summary>What must be written before the service starts, by environment, and what a change of it does.</summary>
public sealed class StartUpTests
{
    private const string Development = "Development";
    private const string Production = "Production";
    private const string Good = "NetCdsHooks:ClientsFile=c.json NetCdsHooks:PublicUrl=https://cds.example.org urls=https://*:443";
    private const string NoClients = "NetCdsHooks:ClientsFile: found nothing; accepted in";
    private const string NoUrl = "NetCdsHooks:PublicUrl: found nothing; accepted: the address under which clients reach the service";
    private const string Plain = "; accepted: https, or NetCdsHooks:BehindTlsProxy=true where a proxy in front ends TLS";

    /// <summary>Story; environment; settings; how each fault begins.</summary>
    public static TheoryData<string, string, string, string[]> Settings => new()
    {
        { "Development needs nothing", Development, "", [] },
        { "Development on a plain address", Development, "urls=http://localhost:5080", [] },
        { "Development with clients needs an address", Development, "NetCdsHooks:ClientsFile=c.json", [NoUrl] },
        { "Development may be called by http on loopback", Development, "NetCdsHooks:ClientsFile=c.json NetCdsHooks:PublicUrl=http://localhost:5080", [] },
        { "Development may not be called by http elsewhere", Development, "NetCdsHooks:PublicUrl=http://cds.example.org", ["NetCdsHooks:PublicUrl: found \"http://cds.example.org\""] },
        { "Production with all", Production, Good, [] },
        { "Staging with all", "Staging", Good, [] },
        { "Production with nothing", Production, "", [NoClients, NoUrl, $"urls: found nothing, which means plain http{Plain}"] },
        { "Staging with nothing", "Staging", "", [NoClients, NoUrl, "urls: found nothing"] },
        { "without clients", Production, Good.Replace("NetCdsHooks:ClientsFile=c.json ", ""), [NoClients] },
        { "without an address", Production, Good.Replace("NetCdsHooks:PublicUrl=https://cds.example.org ", ""), [NoUrl] },
        { "called by http", Production, Good.Replace("=https://cds", "=http://cds"), ["NetCdsHooks:PublicUrl: found \"http://cds.example.org\"; accepted: an https address"] },
        { "called by http on loopback", Production, Good.Replace("=https://cds.example.org", "=http://localhost:5080"), ["NetCdsHooks:PublicUrl: found"] },
        { "an address with a slash at its end", Production, Good.Replace(".org", ".org/"), ["NetCdsHooks:PublicUrl: found"] },
        { "an address with a path", Production, Good.Replace(".org", ".org/net"), [] },
        { "an address with a query", Production, Good.Replace(".org", ".org?a"), ["NetCdsHooks:PublicUrl: found"] },
        { "no address at all", Production, Good.Replace("=https://cds.example.org", "=cds"), ["NetCdsHooks:PublicUrl: found \"cds\""] },
        { "listening on http", Production, Good.Replace("urls=https://*:443", "urls=http://*:80"), [$"urls: found \"http://*:80\"{Plain}"] },
        { "listening on http as well", Production, Good.Replace("urls=https://*:443", "urls=https://*:443;http://*:80"), ["urls: found \"http://*:80\""] },
        { "listening on http by a port", Production, Good + " http_ports=8080", ["http_ports: found \"http://*:8080\""] },
        { "listening on https by a port", Production, Good.Replace("urls=https://*:443", "https_ports=443"), [] },
        { "listening on http by an endpoint", Production, Good + " Kestrel:Endpoints:A:Url=http://*:80", ["Kestrel:Endpoints:A:Url: found \"http://*:80\""] },
        { "listening on http behind a proxy", Production, Good.Replace("urls=https://*:443", "urls=http://*:80 NetCdsHooks:BehindTlsProxy=true"), [] },
        { "no such answer", Production, Good + " NetCdsHooks:BehindTlsProxy=yes", ["NetCdsHooks:BehindTlsProxy: found \"yes\"; accepted: true or false"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    [Trait("Requirement", "G-05")]
    [Trait("Requirement", "X-05")]
    [Trait("Requirement", "J-01")]
    public void Each_environment_says_what_it_needs(string story, string environment, string settings, string[] faults)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
        var options = SettingsSetup.Usable(configuration.GetSection(ServiceOptions.Section)).Get<ServiceOptions>() ?? new();

        var found = new ServiceOptionsValidator(configuration, new HostingEnvironment { EnvironmentName = environment })
            .Validate(null, options).Failures?.ToArray() ?? [];

        found.Should().HaveCount(faults.Length, $"{story}: {string.Join("\n", found)}");
        foreach (var fault in faults)
            found.Should().Contain(line => line.StartsWith(fault, StringComparison.Ordinal), story);
    }

    [Fact]
    [Trait("Requirement", "G-05")]
    [Trait("Requirement", "X-05")]
    public void In_Production_a_service_that_listens_on_plain_http_does_not_start()
    {
        using var service = new TrustedService();
        service.Host.Without("NetCdsHooks:BehindTlsProxy").With("urls", "http://127.0.0.1:0");

        service.Host.Invoking(host => host.CreateClient()).Should().Throw<Exception>();
    }

    [Fact]
    public async Task Development_without_clients_answers_anybody_whatever_token_is_sent()
    {
        await using var host = new ServiceHost();
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer a.b.c");

        var response = await client.PostAsync(ServiceHost.PatientView, new StringContent(
            HookCall.ActiveTumour(host).Body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));

        ((int)response.StatusCode).Should().Be(200);
    }

    [Fact]
    [Trait("Requirement", "J-01")]
    public async Task Development_with_clients_answers_them_alone()
    {
        using var service = new TrustedService(TimeProvider.System, null, Development);

        (await service.Host.Send(service.Request(null))).Status.Should().Be(401);
        (await service.Call(service.Tokens.Make())).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_change_of_the_file_is_taken_over_and_a_bad_one_is_not()
    {
        using var service = new TrustedService(TimeProvider.System, null);
        (await service.Call(service.Tokens.Make(payload: With("iss", "https://new.example.org")))).Status.Should().Be(401);
        var file = TrustedService.Registry();
        file["clients"]!.AsArray().Add(new JsonObject { ["name"] = "New", ["issuer"] = "https://new.example.org", ["keySetUrl"] = TokenMaker.KeySetUrl });

        await File.WriteAllTextAsync(service.ClientsFile, file.ToJsonString());
        await Until(async () => (int)(await Health(service))["registered"]! == 4);
        (await service.Call(service.Tokens.Make(payload: With("iss", "https://new.example.org")))).Status.Should().Be(200);

        await File.WriteAllTextAsync(service.ClientsFile, file.ToJsonString().Replace("\"New\"", "7", StringComparison.Ordinal));
        await Until(async () => (string?)(await Health(service))["status"] == "Degraded");
        service.Host.Log.Should().Contain("clients.json: $.clients[3].name: found 7; accepted: a text");
        (await service.Call(service.Tokens.Make(payload: With("iss", "https://new.example.org")))).Status.Should().Be(200);

        File.Delete(service.ClientsFile);
        await Until(() => Task.FromResult(service.Host.Log.Contains("a readable JSON file, as NetCdsHooks:ClientsFile names it", StringComparison.Ordinal)));
        (await service.Call(service.Tokens.Make(payload: With("iss", "https://new.example.org")))).Status.Should().Be(200);
    }

    private static async Task<JsonNode> Health(TrustedService service) => (await service.Host.Get("/health")).Json["clients"]!;

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }
}
