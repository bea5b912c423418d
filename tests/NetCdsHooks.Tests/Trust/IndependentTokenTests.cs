using System.Diagnostics;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Tokens and keys made by npm's jose (tests/fhir-server/tokens.mjs).</summary>
public sealed class IndependentTokenTests
{
    private static readonly string[] Algorithms = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    [Fact]
    [Trait("Requirement", "J-03")]
    [Trait("Requirement", "J-06")]
    [Trait("Requirement", "J-10")]
    public async Task Tokens_of_another_library_are_accepted_in_every_algorithm()
    {
        var made = await MakeAsync();
        using var service = new TrustedService(TimeProvider.System, new JsonObject
        {
            ["clients"] = new JsonArray(new JsonObject
            {
                ["name"] = "jose",
                ["issuer"] = TokenMaker.Issuer,
                ["keys"] = made["keys"]!.DeepClone(),
                ["algorithms"] = new JsonArray([.. Algorithms.Select(algorithm => JsonValue.Create(algorithm))]),
            }),
        });

        foreach (var algorithm in Algorithms)
            (await service.Call((string)made["tokens"]![algorithm]!)).Status.Should().Be(200, algorithm);
    }

    [Fact]
    [Trait("Requirement", "J-06")]
    public async Task Without_a_word_only_the_two_recommended_algorithms_are_accepted()
    {
        var made = await MakeAsync();
        using var service = new TrustedService(TimeProvider.System, null);
        service.World.Keys = made["keys"]!.AsObject();

        foreach (var algorithm in Algorithms)
            (await service.Call((string)made["tokens"]![algorithm]!)).Status.Should().Be(algorithm is "ES384" or "RS384" ? 200 : 401, algorithm);
    }

    private static async Task<JsonObject> MakeAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["tokens.mjs"])
        {
            WorkingDirectory = Repository.PathOf("tests", "fhir-server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.StandardInput.WriteAsync(new JsonObject
            {
                ["algorithms"] = new JsonArray([.. Algorithms.Select(algorithm => JsonValue.Create(algorithm))]),
                ["claims"] = new JsonObject { ["iss"] = TokenMaker.Issuer, ["aud"] = TokenMaker.PublicUrl + ServiceHost.PatientView },
            }.ToJsonString());
            process.StandardInput.Close();
            return JsonNode.Parse(await process.StandardOutput.ReadToEndAsync(patience.Token))!.AsObject();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
