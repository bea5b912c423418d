using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Feedback;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>Whatever is refused, for whatever reason and under either edition, is refused with an OperationOutcome.</summary>
public sealed class EveryRefusalTests
{
    private const string Epic = "https://epic.example.org/fhir";

    public static TheoryData<string, int, string> Refusals
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var edition in new[] { "V2", "V3" })
                foreach (var (status, story) in Open.Keys.Concat(Closed.Keys))
                    rows.Add(edition, status, story);
            return rows;
        }
    }

    /// <summary>By a service that anybody may call.</summary>
    private static IReadOnlyDictionary<(int Status, string Story), Func<ServiceHost, Task<Answer>>> Open { get; } =
        new Dictionary<(int, string), Func<ServiceHost, Task<Answer>>>
        {
            [(400, "no call")] = host => host.Post("{}"),
            [(400, "no JSON")] = host => host.Post("{"),
            [(400, "no feedback")] = host => host.Post("{}", path: $"{ServiceHost.PatientView}/feedback"),
            [(404, "an unknown service")] = host => host.Post("{}", path: "/cds-services/other"),
            [(404, "feedback for an unknown service")] = host => host.Post("{}", path: "/cds-services/other/feedback"),
            [(404, "an address of nothing")] = host => host.Get("/nothing/at/all"),
            [(405, "another verb")] = host => host.Send(new(HttpMethod.Put, ServiceHost.PatientView)),
            [(405, "discovery by POST")] = host => host.Post("{}", path: "/cds-services"),
            [(412, "no problem list")] = host => host.Call(HookCall.ActiveTumour(host).WithoutPrefetch("conditions")),
            [(413, "too large")] = host => host.Post($"{{\"x\":\"{new string('x', 100_000)}\"}}"),
            [(415, "no media type")] = host => host.Post(Encoding.UTF8.GetBytes("{}"), null),
            [(415, "XML")] = host => host.Post("{}", "text/xml"),
            [(500, "a defect")] = host => host.Call(HookCall.ActiveTumour(host)),
        };

    /// <summary>By one that lets in registered clients alone.</summary>
    private static IReadOnlyDictionary<(int Status, string Story), Func<TrustedService, Task<Answer>>> Closed { get; } =
        new Dictionary<(int, string), Func<TrustedService, Task<Answer>>>
        {
            [(401, "no token")] = service => service.Host.Send(service.Request(null)),
            [(401, "a token that is none")] = service => service.Call("a.b.c"),
            [(403, "a service that is not this client's")] = service => service.Call(
                service.Tokens.Make(
                    header => (header["alg"], header["kid"]) = ("RS384", "epic-1"),
                    payload => (payload["iss"], payload["tenant"], payload["aud"]) = (Epic, "north", "typed by hand"),
                    TokenMaker.Rs384),
                "/cds-services/net-order-sign"),
            [(503, "keys that cannot be fetched")] = service =>
            {
                service.World.Keys = null;
                return service.Call(service.Tokens.Make());
            },
        };

    [Theory]
    [Trait("Requirement", "R-04")]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_an_OperationOutcome(string edition, int status, string story)
    {
        var answer = Open.TryGetValue((status, story), out var call) ? await OfOpen(edition, status, call) : await OfClosed(edition, Closed[(status, story)]);

        answer.Status.Should().Be(status, $"{story}: {answer.Text}");
        answer.Http.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Json["resourceType"]!.ToString().Should().Be("OperationOutcome");
        answer.Json["issue"]!.AsArray().Should().ContainSingle().Which!.AsObject().Should().ContainKeys("severity", "code", "details");
        answer.Reason.Trim().Should().NotBeEmpty();
        answer.Text.Should().NotContain(HookCall.Patient);
    }

    private static async Task<Answer> OfOpen(string edition, int status, Func<ServiceHost, Task<Answer>> call)
    {
        await using var host = new ServiceHost().With("NetCdsHooks:CdsHooks", edition).With("NetCdsHooks:MaxBodyBytes", "50000");
        if (status == 500)
            host.With(services => services.AddSingleton<FeedbackKey>(_ => throw new InvalidOperationException("a defect")));
        return await call(host);
    }

    private static async Task<Answer> OfClosed(string edition, Func<TrustedService, Task<Answer>> call)
    {
        await using var service = new TrustedService();
        service.Host.With("NetCdsHooks:CdsHooks", edition);
        return await call(service);
    }
}
