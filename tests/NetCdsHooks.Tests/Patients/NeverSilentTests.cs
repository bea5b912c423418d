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

    /// <summary>Sample; a need of one of its cards.</summary>
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
    public async Task A_need_for_which_the_server_hangs(string sample, string need)
    {
        await using var hasty = new ShippedService("NetCdsHooks:Fhir:Budget", "00:00:00.100");
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(sample));
        fhir.Fail(_ => true, new FhirFault.Hang());

        var answer = await hasty.Call(service.FullPrefetch(sample).WithFhir(fhir.BaseUrl).WithoutPrefetch([.. KeysOf(need)]));

        Judge(await Whole(sample), answer, need);
        answer.Text.Should().Contain(need == "conditions" ? "did not answer in time" : "no answer in time");
    }

    /// <summary>One bad entry among the good ones of each need.</summary>
    [Theory]
    [MemberData(nameof(EveryNeed))]
    [Trait("Requirement", "P-13")]
    public async Task A_need_with_one_entry_that_cannot_be_read(string sample, string need)
    {
        var prefetched = service.FullPrefetch(sample).Body["prefetch"]!.AsObject();
        foreach (var place in KeysOf(need).SelectMany(key => Enumerable.Range(0, Entries(prefetched[key]).Count).Select(index => (key, index))))
        {
            var call = service.FullPrefetch(sample);
            Entries(call.Body["prefetch"]![place.key])[place.index]!["resource"]!["code"] = "Ki-67";

            Judge(await Whole(sample), await service.Call(call), need);
        }
    }

    private Task<Answer> Whole(string sample) => service.Call(service.FullPrefetch(sample));

    private async Task Judge(string sample, string need, HookCall call) => Judge(await Whole(sample), await service.Call(call), need);

    private static void Judge(Answer whole, Answer answer, string need)
    {
        if (need == "conditions" && answer.Status == 412)
            return;

        answer.Status.Should().Be(200);
        var before = Titles(whole);
        var after = Titles(answer);
        after.Keys.Except(before.Keys).Should().BeSubsetOf([Incomplete], "what could not be read gives no new advice");
        var lost = before.Keys.Except(after.Keys).ToList();
        if (lost.Count == 0)
            return;
        var missing = (string)answer.Card(Incomplete)["detail"]!;
        var line = missing.Split('\n').Single(text => text.StartsWith($"- **{NeedInfo.All.Single(info => info.Key == need).Title}**: ", StringComparison.Ordinal));
        foreach (var card in lost)
            line.Should().Contain(before[card], "it was stopped");
    }

    /// <summary>The cards, each of those that a merged card stands for among them.</summary>
    private static Dictionary<string, string> Titles(Answer answer) =>
        answer.Cards.SelectMany(card => card["extension"]!["org.netcdshooks.cards"] is { } several
                ? several.AsArray().Select(id => (string)id!)
                : [(string)card["extension"]!["org.netcdshooks.card"]!["id"]!])
            .ToDictionary(id => id, id => TestKnowledge.Base.Cards.Single(card => card.Id == id).Title);

    private static JsonArray Entries(JsonNode? answer) => answer?["entry"]?.AsArray() ?? [];

    private IEnumerable<string> KeysOf(string need) => service.KeysOf(need);
}
