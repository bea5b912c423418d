using System.Net;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>Whatever is taken away from a patient's data: the card still comes, or what is missing is named, or the call is refused.</summary>
public sealed class NeverSilentTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Incomplete = "net-data-incomplete";

    public static TheoryData<string, string> EveryNeed
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var sample in Samples.Names)
                foreach (var need in NeedInfo.All)
                    rows.Add(sample, need.Key);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-07")]
    [Trait("Requirement", "P-08")]
    public async Task A_need_that_is_absent_and_unreachable(string sample, string need) =>
        await Judge(sample, need, service.FullPrefetch(sample).WithoutPrefetch([.. KeysOf(need)]));

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-05")]
    public async Task A_need_that_the_client_failed_to_fetch(string sample, string need)
    {
        var call = service.FullPrefetch(sample);
        foreach (var key in KeysOf(need))
            call.Prefetch(key, SomeJson.Outcome("error"));

        await Judge(sample, need, call);
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    public async Task A_need_for_which_the_server_fails(string sample, string need)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(sample));
        fhir.Fail(_ => true, new FhirFault.Status(HttpStatusCode.InternalServerError));

        await Judge(sample, need, service.FullPrefetch(sample).WithFhir(fhir.BaseUrl).WithoutPrefetch([.. KeysOf(need)]));
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-09")]
    public async Task A_need_whose_next_page_is_broken(string sample, string need)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(sample));
        fhir.PageSize = 1;
        fhir.Fail(_ => true, new FhirFault.NextPageFails());

        await Judge(sample, need, service.FullPrefetch(sample).WithFhir(fhir.BaseUrl).WithoutPrefetch([.. KeysOf(need)]));
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-03")]
    [Trait("Requirement", "P-04")]
    public async Task Null_and_an_empty_bundle_are_answers(string sample, string need)
    {
        var withNull = service.FullPrefetch(sample);
        var withEmpty = service.FullPrefetch(sample);
        foreach (var key in KeysOf(need))
        {
            withNull.Prefetch(key, null);
            withEmpty.Prefetch(key, SomeJson.Bundle(Enumerable.Empty<JsonNode>()));
        }

        var told = await service.Call(withNull);

        told.Status.Should().Be(200);
        if (need != "patient")
        {
            told.CardIds.Should().NotContain(Incomplete);
            ShippedService.Stable(await service.Call(withEmpty)).Should().Be(ShippedService.Stable(told));
        }
    }

    private async Task Judge(string sample, string need, HookCall call)
    {
        var whole = await service.Call(service.FullPrefetch(sample));
        var answer = await service.Call(call);
        if (need == "conditions" && answer.Status == 412)
            return;

        answer.Status.Should().Be(200);
        var lost = whole.CardIds.Except(answer.CardIds).ToList();
        if (lost.Count == 0)
            return;
        var missing = (string)answer.Card(Incomplete)["detail"]!;
        missing.Should().Contain(NeedInfo.All.Single(info => info.Key == need).Title);
        foreach (var card in lost)
            missing.Should().Contain((string)whole.Card(card)["source"]!["topic"]!["display"]!, "it was stopped");
    }

    private IEnumerable<string> KeysOf(string need) => service.Keys.Where(key => key == need || key.StartsWith($"{need}-2", StringComparison.Ordinal));
}
