using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Commands.Calling;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conversations;

/// <summary>Whole conversations in the manner of real clients, step by step as the files tell them; patients and ids are invented.</summary>
public sealed class ConversationTests
{
    private static readonly Lazy<HookServices> Cards = new(() => HookServices.Load(TestKnowledge.Files(), []));

    [Fact]
    [Trait("Requirement", "P-13")]
    [Trait("Requirement", "A-12")]
    public async Task With_the_public_sandbox()
    {
        await using var host = Shipped(new ServiceHost());

        await Replay("sandbox", host, _ => "Bearer eyJhbGciOiJFUzM4NCJ9.e30.AAAA");
    }

    [Fact]
    [Trait("Requirement", "P-06")]
    [Trait("Requirement", "P-13")]
    [Trait("Requirement", "J-16")]
    [Trait("Requirement", "S-14")]
    [Trait("Requirement", "F-14")]
    public async Task With_an_Epic_like_client()
    {
        var clients = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("src", "NetCdsHooks", "Trust", "Examples", "epic.clients.json")))!.AsObject();
        var client = clients["clients"]![0]!.AsObject();
        client.Remove("keySetUrl");
        client["keys"] = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Rsa, TokenMaker.RsaKeyId));
        using var service = new TrustedService(new TurnedClock(), clients);
        Shipped(service.Host);

        await Replay("epic", service.Host, path => $"Bearer {service.Tokens.Make(
            header => (header["alg"], header["kid"]) = ("RS384", TokenMaker.RsaKeyId),
            payload =>
            {
                payload["iss"] = (string)client["issuer"]!;
                payload["sub"] = "our-client-id";
                payload["tenant"] = "general-hospital";
                payload["aud"] = TokenMaker.PublicUrl + path;
                payload["nbf"] = service.Tokens.Now - 300;
                payload["exp"] = service.Tokens.Now + 900;
            },
            TokenMaker.Rs384)}");
    }

    private static ServiceHost Shipped(ServiceHost host) => host
        .With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"))
        .With(services => services.AddSingleton<KnowledgeLoader>((_, _) => Cards.Value));

    private static async Task Replay(string file, ServiceHost host, Func<string, string> authorization)
    {
        var told = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "NetCdsHooks.Tests", "Conversations", $"{file}.json")))!;
        Answer? advice = null;
        foreach (var step in told["steps"]!.AsArray().Select(step => step!.AsObject()))
        {
            var path = (string)(step["post"] ?? step["get"])!;
            var request = new HttpRequestMessage(step.ContainsKey("post") ? HttpMethod.Post : HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Authorization", authorization(path));
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            if (step["body"] is JsonObject body)
                request.Content = new StringContent(Filled(Complete(body, told, host), advice), Encoding.UTF8, "application/json");

            var answer = await host.Send(request);

            var story = $"{file}, {step["story"]}: {answer.Text}";
            answer.Status.Should().Be((int)step["status"]!, story);
            foreach (var part in step["contains"]?.AsArray() ?? [])
                answer.Text.Should().Contain((string)part!, story);
            foreach (var part in step["lacks"]?.AsArray() ?? [])
                answer.Text.Should().NotContain((string)part!, story);
            if (answer.Status != 200 || step["body"]?["hook"] is null)
                continue;
            AnswerRules.Broken(answer.Json).Should().BeEmpty(story);
            (step["cards"]?.AsArray().Select(id => (string)id!) ?? []).Should().BeSubsetOf(answer.CardIds, story);
            advice = answer;
        }
    }

    /// <summary>Where the file holds an empty search, every key that the service asks for is sent.</summary>
    private static JsonObject Complete(JsonObject body, JsonNode told, ServiceHost host)
    {
        if (told["emptySearch"] is not { } empty || body["hook"] is not { } hook)
            return body;
        var prefetch = new JsonObject();
        foreach (var query in host.Services.GetRequiredService<KnowledgeStore>().Current.Find($"net-{hook}")!.Queries)
            prefetch[query.Key] = (told["prefetch"]![query.Key] ?? empty).DeepClone();
        body["prefetch"] = prefetch;
        return body;
    }

    private static string Filled(JsonObject body, Answer? advice)
    {
        var text = body.ToJsonString();
        var shown = advice?.Cards.FirstOrDefault(card => card["suggestions"] is not null) ?? advice?.Cards.FirstOrDefault();
        return shown is null ? text : text
            .Replace("$card", (string)shown["uuid"]!, StringComparison.Ordinal)
            .Replace("$suggestion", (string?)shown["suggestions"]?[0]?["uuid"] ?? "", StringComparison.Ordinal);
    }
}
