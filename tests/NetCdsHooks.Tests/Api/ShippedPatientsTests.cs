using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
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
            var prefetched = await host.Call(Prefetch(call, bundle));

            fetched.Status.Should().Be(200, name);
            Told(prefetched).Should().Equal(Told(fetched), name);
            fetched.Cards.Should().OnlyContain(card => card["summary"]!.ToString().Length < 140, name);
            fetched.CardIds.Should().NotContain("net-data-incomplete", name);
        }
    }

    private static HookCall Prefetch(HookCall call, JsonObject bundle)
    {
        foreach (var info in NeedInfo.All)
            call.Prefetch(info.Key, info.Need == DataNeed.Patient
                ? OfType(bundle, "Patient").Single()
                : SomeJson.Bundle(OfType(bundle, info.ResourceType)));
        return call;
    }

    private static IEnumerable<JsonNode> OfType(JsonObject bundle, string type) => bundle["entry"]!.AsArray()
        .Select(entry => entry!["resource"]!).Where(resource => (string?)resource["resourceType"] == type).Select(resource => resource.DeepClone());

    private static IEnumerable<string> Told(Answer answer) => answer.Cards.Select(card => $"{card["summary"]}\n{card["detail"]}");
}
