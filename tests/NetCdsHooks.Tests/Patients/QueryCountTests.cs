using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>What a call costs the FHIR server, on the cards that ship.</summary>
public sealed class QueryCountTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Order = "order-scenarios/a-chemotherapy-for-a-g1-tumour";

    [Fact]
    public async Task Without_a_NET_two_queries_are_asked() =>
        (await QueriesOf(Samples.Call("vic/patient-view").WithoutPrefetch(), "vic")).Should().Be(2);

    [Fact]
    [Trait("Requirement", "P-02")]
    public async Task With_a_full_prefetch_none_is_asked() =>
        (await QueriesOf(service.FullPrefetch("ida"), "ida")).Should().Be(0);

    [Fact]
    [Trait("Requirement", "P-01")]
    public async Task With_patient_and_problem_list_prefetched_each_further_key_is_asked_once()
    {
        var call = service.FullPrefetch("ida");
        string[] others = [.. service.Keys(call).Except(["patient", "conditions"])];

        (await QueriesOf(call.WithoutPrefetch(others), "ida")).Should().Be(others.Length).And.Be(14);
    }

    [Fact]
    public async Task At_signing_each_key_is_asked_once()
    {
        var call = service.FullPrefetch(Order);
        var keys = service.Keys(call).Count();

        (await QueriesOf(call.WithoutPrefetch(), call.PatientId)).Should().Be(keys).And.Be(15);
    }

    private async Task<int> QueriesOf(HookCall call, string patient)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(patient));

        (await service.Call(call.WithFhir(fhir.BaseUrl))).Status.Should().Be(200);

        return fhir.Requests.Count;
    }
}
