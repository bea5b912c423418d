using System.Net;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>Whatever is taken away from a patient's data: the card still comes, or what is missing is named, or the call is refused.</summary>
public sealed class NeverSilentTests(ShippedService service) : IClassFixture<ShippedService>
{
    public static TheoryData<string, string> EveryNeed
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var call in Samples.Calls)
                foreach (var need in NeedInfo.All.Where(info => info.Need != DataNeed.DraftOrders))
                    rows.Add(call, need.Key);
            return rows;
        }
    }

    public static TheoryData<string> Patients => Samples.Theory;

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-07")]
    [Trait("Requirement", "P-08")]
    public async Task A_need_that_is_absent_and_unreachable(string path, string need) =>
        await Judge(path, need, Without(need, service.FullPrefetch(path)));

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-05")]
    public async Task A_need_that_the_client_failed_to_fetch(string path, string need)
    {
        var call = service.FullPrefetch(path);
        foreach (var key in service.KeysOf(call, need))
            call.Prefetch(key, SomeJson.Outcome("error"));

        await Judge(path, need, call);
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    public async Task A_need_for_which_the_server_fails(string path, string need)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(Samples.Call(path).PatientId));
        fhir.Fail(_ => true, new FhirFault.Status(HttpStatusCode.InternalServerError));

        await Judge(path, need, Without(need, service.FullPrefetch(path).WithFhir(fhir.BaseUrl)));
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-09")]
    public async Task A_need_whose_next_page_is_broken(string path, string need)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(Samples.Call(path).PatientId));
        fhir.PageSize = 1;
        fhir.Fail(_ => true, new FhirFault.NextPageFails());

        await Judge(path, need, Without(need, service.FullPrefetch(path).WithFhir(fhir.BaseUrl)));
    }

    /// <summary>A tumour that was found is worked with; that others may be on the rest of the list is said.</summary>
    [Theory]
    [MemberData(nameof(Patients))]
    [Trait("Requirement", "P-09")]
    public async Task A_problem_list_of_which_only_the_first_page_came(string path)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(Samples.Call(path).PatientId));
        fhir.Fail("Condition", new FhirFault.NextPageFails());

        var answer = await service.Call(service.FullPrefetch(path).WithFhir(fhir.BaseUrl).WithoutPrefetch("conditions"));

        ((string)answer.Card(Silence.Incomplete)["detail"]!).Should().Contain("- **problem list**: the answer was not complete.");
    }

    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-03")]
    [Trait("Requirement", "P-04")]
    public async Task Null_and_an_empty_bundle_are_answers(string path, string need)
    {
        var withNull = service.FullPrefetch(path);
        var withEmpty = service.FullPrefetch(path);
        foreach (var key in service.KeysOf(withNull, need))
        {
            withNull.Prefetch(key, null);
            withEmpty.Prefetch(key, SomeJson.Bundle(Enumerable.Empty<JsonNode>()));
        }

        var told = await service.Call(withNull);

        told.Status.Should().Be(200);
        if (need != "patient")
        {
            told.CardIds.Should().NotContain(Silence.Incomplete);
            ShippedService.Stable(await service.Call(withEmpty)).Should().Be(ShippedService.Stable(told));
        }
    }

    /// <summary>Call; a need of one of its cards.</summary>
    public static TheoryData<string, string> Hanging => new()
    {
        { "dana", "medication-requests" },
        { "chen", "markers" },
        { "jun", "imaging" },
        { "fay", "pathology" },
        { "ida", "conditions" },
    };

    [Theory]
    [MemberData(nameof(Hanging))]
    [Trait("Requirement", "A-11")]
    public async Task A_need_for_which_the_server_hangs(string path, string need)
    {
        await using var hasty = new ShippedService("NetCdsHooks:Fhir:Budget", "00:00:00.100");
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(Samples.Call(path).PatientId));
        fhir.Fail(_ => true, new FhirFault.Hang());

        var answer = await hasty.Call(Without(need, service.FullPrefetch(path).WithFhir(fhir.BaseUrl)));

        Silence.Judge(await Whole(path), answer, need);
        answer.Text.Should().Contain(need == "conditions" ? "did not answer in time" : "no answer in time");
    }

    /// <summary>One bad entry among the good ones of each need.</summary>
    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-13")]
    public async Task A_need_with_one_entry_that_cannot_be_read(string path, string need)
    {
        var whole = await Whole(path);
        var good = service.FullPrefetch(path);
        foreach (var key in service.KeysOf(good, need))
            foreach (var entry in Entries(good.Body["prefetch"]![key]))
            {
                var resource = entry!["resource"]!;
                var code = resource["code"]?.DeepClone();
                resource["code"] = "Ki-67";

                Silence.Judge(whole, await service.Call(good), need);

                resource["code"] = code;
            }
    }

    private Task<Answer> Whole(string path) => service.Call(service.FullPrefetch(path));

    private HookCall Without(string need, HookCall call) => call.WithoutPrefetch([.. service.KeysOf(call, need)]);

    private async Task Judge(string path, string need, HookCall call) => Silence.Judge(await Whole(path), await service.Call(call), need);

    private static JsonArray Entries(JsonNode? answer) => answer?["entry"]?.AsArray() ?? [];
}
