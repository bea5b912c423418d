using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>What can only be seen on real connections: redirects, and TLS.</summary>
public sealed class RealConnectionTests
{
    private static readonly TokenMaker Tokens = new(TimeProvider.System);

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task Keys_are_fetched_over_the_network()
    {
        await using var keys = await RecordingFhirServer.StartAsync(_ => TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId)));
        await using var host = HostFor(keys.BaseUrl);

        (await Call(host)).Status.Should().Be(200);

        keys.Requests.Should().ContainSingle().Which.PathAndQuery.Should().Be("/jwks.json");
        keys.Requests[0].Authorization.Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "J-17")]
    public async Task A_redirect_of_the_source_is_not_followed()
    {
        await using var elsewhere = await RecordingFhirServer.StartAsync(_ => TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId)));
        await using var keys = await RecordingFhirServer.StartAsync(_ => null);
        keys.Fail(_ => true, new FhirFault.RedirectTo(elsewhere.BaseUrl));
        await using var host = HostFor(keys.BaseUrl);

        (await Call(host)).Status.Should().Be(503);

        keys.Requests.Should().ContainSingle();
        elsewhere.Requests.Should().BeEmpty();
    }

    /// <summary>The program as a process of its own in Production, with a certificate made for the test.</summary>
    [Fact]
    [Trait("Requirement", "G-05")]
    [Trait("Requirement", "J-01")]
    public async Task In_Production_it_serves_by_TLS_and_asks_for_a_token()
    {
        var folder = Directory.CreateTempSubdirectory("tls-").FullName;
        WriteCertificate(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "clients.json"), TrustedService.Registry().ToJsonString());
        using var process = Start(folder);
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var address = await AddressOf(process, patience.Token);
            using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = address };

            (await client.GetAsync("/cds-services", patience.Token)).StatusCode.Should().Be(HttpStatusCode.OK);
            (await client.PostAsync(ServiceHost.PatientView, null, patience.Token)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await client.PostAsync("/fhir/Patient", null, patience.Token)).StatusCode.Should().Be(HttpStatusCode.NotFound, "samples are for Development");
            var plain = async () => await new HttpClient().GetAsync($"http://127.0.0.1:{address.Port}/cds-services", patience.Token);
            await plain.Should().ThrowAsync<HttpRequestException>();
        }
        finally
        {
            process.Kill();
        }
    }

    private static ServiceHost HostFor(Uri keys)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("clients-").FullName, "clients.json");
        File.WriteAllText(file, new JsonObject
        {
            ["clients"] = new JsonArray(new JsonObject { ["name"] = "EHR", ["issuer"] = TokenMaker.Issuer, ["keySetUrl"] = new Uri(keys, "/jwks.json").AbsoluteUri }),
        }.ToJsonString());
        return new ServiceHost().With("NetCdsHooks:ClientsFile", file).With("NetCdsHooks:PublicUrl", TokenMaker.PublicUrl);
    }

    private static Task<Answer> Call(ServiceHost host)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, ServiceHost.PatientView)
        {
            Content = new StringContent(HookCall.ActiveTumour(host).Body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Tokens.Make()}");
        return host.Send(request);
    }

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "https://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["NetCdsHooks__CardFolder"] = TestCards.Folder;
        start.Environment["NetCdsHooks__ClientsFile"] = Path.Combine(folder, "clients.json");
        start.Environment["NetCdsHooks__PublicUrl"] = TokenMaker.PublicUrl;
        start.Environment["NetCdsHooks__Feedback__Folder"] = Path.Combine(folder, "feedback");
        start.Environment["NetCdsHooks__Feedback__Key"] = SomeKey.Text;
        start.Environment["Kestrel__Certificates__Default__Path"] = Path.Combine(folder, "cert.pem");
        start.Environment["Kestrel__Certificates__Default__KeyPath"] = Path.Combine(folder, "key.pem");
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressOf(Process process, CancellationToken patience)
    {
        const string sign = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(patience) is { } line)
            if (JsonNode.Parse(line)?["Properties"]?["address"] is { } address && line.Contains(sign, StringComparison.Ordinal))
                return new((string)address!);
        throw new InvalidOperationException("The service ended before it listened.");
    }
}
