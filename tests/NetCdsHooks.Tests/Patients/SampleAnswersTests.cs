using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>Every call about an invented patient, whichever way the data come.</summary>
[Collection(MedplumCollection.Name)]
public sealed class SampleAnswersTests(ShippedService service, SampleAnswersTests.Others others, MedplumServer medplum)
    : IClassFixture<ShippedService>, IClassFixture<SampleAnswersTests.Others>
{
    public static TheoryData<string> All => Samples.EveryCall;

    public static TheoryData<string> Orders => new(Written);

    /// <summary>The calls that are written down; one on opening the chart needs no file.</summary>
    private static IEnumerable<string> Written => Samples.Calls.Where(call => !call.EndsWith("/patient-view", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(SampleExpectations.All), MemberType = typeof(SampleExpectations))]
    public async Task Each_invented_patient_gets_the_cards_of_the_story(string call, string[] cards)
    {
        var answer = await service.Call(service.FullPrefetch(call));

        answer.Cards.Zip(answer.CardIds, (card, id) => $"{id} {card["indicator"]}").Should().BeEquivalentTo(cards);
    }

    [Fact]
    public void Every_call_has_a_row_and_an_expected_answer()
    {
        SampleExpectations.All.Select(row => (string)row[0]).Should().BeEquivalentTo(Samples.Calls);
        Directory.EnumerateFiles(Repository.PathOf("fhir-samples"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("fhir-samples"), file).Replace('\\', '/'))
            .Should().BeEquivalentTo(
            [
                "README.md",
                .. Samples.Names.SelectMany(name => new[] { $"{name}/bundle.json", $"{name}/story.md" }),
                .. Samples.Calls.Select(call => $"{call}.expected.json"),
                .. Written.Select(call => $"{call}.json"),
            ]);
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "R-07")]
    public async Task The_whole_answer_is_the_expected_one(string call)
    {
        var file = Repository.PathOf("fhir-samples", $"{call}.expected.json");
        var answer = ShippedService.Stable(await service.Call(service.FullPrefetch(call)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, answer);

        answer.Should().Be(await File.ReadAllTextAsync(file), "after an intended change run the tests once with UPDATE_GOLDEN=1 and read the difference");
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "P-01")]
    public async Task The_answer_is_the_same_prefetched_fetched_and_half_and_half(string call)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(Samples.Call(call).PatientId));
        fhir.PageSize = 7;
        var prefetched = ShippedService.Stable(await service.Call(service.FullPrefetch(call)));

        var fetched = await service.Call(service.FullPrefetch(call).WithFhir(fhir.BaseUrl).WithoutPrefetch());
        var half = await service.Call(Half(0));
        var otherHalf = await service.Call(Half(1));

        ShippedService.Stable(fetched).Should().Be(prefetched);
        ShippedService.Stable(half).Should().Be(prefetched);
        ShippedService.Stable(otherHalf).Should().Be(prefetched);

        HookCall Half(int first)
        {
            var whole = service.FullPrefetch(call).WithFhir(fhir.BaseUrl);
            return whole.WithoutPrefetch([.. service.Keys(whole).Where((_, index) => index % 2 == first)]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "P-09")]
    public async Task The_answer_is_the_same_from_a_server_that_we_did_not_write(string call)
    {
        await medplum.LoadOnlyAsync(Samples.Json(Samples.Call(call).PatientId));

        var fetched = await service.Call(service.FullPrefetch(call).WithFhir(medplum.BaseUrl).WithoutPrefetch());

        ShippedService.Stable(WithoutMeta(fetched)).Should().Be(ShippedService.Stable(WithoutMeta(await service.Call(service.FullPrefetch(call)))));
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-04")]
    public async Task The_answer_is_the_same_by_POST_and_by_batch(string call)
    {
        await medplum.LoadOnlyAsync(Samples.Json(Samples.Call(call).PatientId));
        var prefetched = ShippedService.Stable(WithoutMeta(await service.Call(service.FullPrefetch(call))));

        foreach (var habits in new[] { others.Posting, others.Batching })
            ShippedService.Stable(WithoutMeta(await habits.Call(service.FullPrefetch(call).WithFhir(medplum.BaseUrl).WithoutPrefetch()))).Should().Be(prefetched);
    }

    /// <summary>An order that is put back comes as the server tells it: with its own version and day, its members in an order of its own.</summary>
    private static Answer WithoutMeta(Answer answer)
    {
        var json = answer.Json;
        foreach (var resource in json["cards"]!.AsArray().SelectMany(card => DraftsOf(card!.AsObject())).OfType<JsonObject>())
        {
            resource.Remove("meta");
            Sort(resource);
        }

        return answer with { Text = json.ToJsonString() };
    }

    private static void Sort(JsonNode? node)
    {
        foreach (var item in node as JsonArray ?? [])
            Sort(item);
        if (node is not JsonObject members)
            return;
        var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal).ToArray();
        members.Clear();
        foreach (var (name, member) in sorted)
        {
            Sort(member);
            members.Add(name, member);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "G-04")]
    [Trait("Requirement", "S-13")]
    public async Task Every_draft_that_a_suggestion_creates_is_valid_for_an_independent_validator(string call)
    {
        var answer = await service.Call(service.FullPrefetch(call).With("context.encounterId", "enc-1"));

        foreach (var draft in answer.Cards.SelectMany(DraftsOf))
            (await medplum.ValidateAsync(draft)).Should().BeEmpty(draft.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_order_of_a_call_is_valid_for_an_independent_validator(string call)
    {
        foreach (var entry in Samples.Call(call).Body["context"]!["draftOrders"]!["entry"]!.AsArray())
            (await medplum.ValidateAsync(entry!["resource"]!)).Should().BeEmpty();
    }

    /// <summary>What a suggestion creates or changes; one that deletes holds none.</summary>
    private static IEnumerable<JsonNode> DraftsOf(JsonObject card) =>
        (card["suggestions"]?.AsArray() ?? []).SelectMany(suggestion => suggestion!["actions"]!.AsArray()).Select(action => action!["resource"]).OfType<JsonNode>();

    /// <summary>The service with other ways to ask a FHIR server.</summary>
    public sealed class Others : IDisposable
    {
        internal ShippedService Posting { get; } = new("NetCdsHooks:Fhir:Search", "Post");

        internal ShippedService Batching { get; } = new("NetCdsHooks:Fhir:Search", "Batch");

        public void Dispose()
        {
            Posting.Dispose();
            Batching.Dispose();
        }
    }
}
