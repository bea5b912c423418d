using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>The cards and patients that ship, over the whole way.</summary>
public sealed class ShippedPatientsTests
{
    [Fact]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "C-02")]
    public async Task Each_invented_patient_gets_the_same_cards_prefetched_and_fetched()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"));
        foreach (var name in Samples.Names)
        {
            var bundle = Samples.Json(name);
            var call = new HookCall().With("context.patientId", name);
            await using var fhir = await RecordingFhirServer.StartAsync(bundle);
            fhir.PageSize = 7;

            var fetched = await host.Call(call.With("fhirServer", fhir.BaseUrl.AbsoluteUri));
            var prefetched = await host.Call(Prefetch(host, call, bundle));

            fetched.Status.Should().Be(200, name);
            Told(prefetched).Should().Equal(Told(fetched), name);
            fetched.Cards.Should().OnlyContain(card => card["summary"]!.ToString().Length < 140, name);
            fetched.CardIds.Should().NotContain("net-data-incomplete", name);
        }
    }

    /// <summary>As a client would do it: every template, on the same data.</summary>
    private static HookCall Prefetch(ServiceHost host, HookCall call, JsonObject bundle)
    {
        var data = new BundleQuery(bundle);
        var patient = (string)call.Body["context"]!["patientId"]!;
        foreach (var query in host.Services.GetRequiredService<KnowledgeStore>().Current.All[0].Queries)
        {
            var request = new RecordedRequest("GET", $"/{query.AddressFor(patient)}", null);
            call.Prefetch(query.Key, request.Id is { } id
                ? data.Read(request.ResourceType, id)!.DeepClone()
                : SomeJson.Bundle(data.Search(request.ResourceType, request.Parameters).Select(resource => resource.DeepClone())));
        }

        return call;
    }

    private static IEnumerable<string> Told(Answer answer) => answer.Cards.Select(card => $"{card["summary"]}\n{card["detail"]}");
}
