using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

[Collection(MedplumCollection.Name)]
public sealed class SampleAnswersTests(ShippedService service, MedplumServer medplum) : IClassFixture<ShippedService>
{
    private const string Golden = "patient-view.expected.json";

    public static TheoryData<string> All => Samples.Theory;

    /// <summary>What each story asks for on opening the chart, written from the stories and the rules and not from the engine: card and urgency.</summary>
    public static TheoryData<string, string[]> Expected => new()
    {
        { "bo", ["pnet-growth-threshold warning", "pnet-size-threshold warning"] },
        { "chen", ["surveillance-imaging-due warning", "surveillance-markers-due warning"] },
        {
            "dana",
            [
                "first-line-ssa warning", "carcinoid-heart-screening warning", "functional-cytoreduction info",
                "liver-limited-locoregional info", "primary-resection-with-liver-mets info",
            ]
        },
        {
            "eli",
            [
                "nec-platinum-etoposide warning", "surveillance-imaging-due warning",
                "sstr-imaging-missing info", "nse-in-nec info", "fdg-pet-high-grade info",
            ]
        },
        { "fay", ["differentiation-missing warning"] },
        { "gus", ["ki67-ambiguous info"] },
        { "hana", ["men1-screening-missing warning", "eus-missing info", "first-line-ssa info", "localized-surgery-first info"] },
        { "ida", ["pnet-watch-and-wait-eligible info", "surveillance-imaging-due info"] },
        { "ivan", ["localized-surgery-first info"] },
        { "jun", ["sstr-imaging-missing warning", "primary-site-unknown warning", "liver-limited-locoregional info"] },
        { "kay", [] },
        { "lou", ["appendix-no-surveillance info"] },
        {
            "mia",
            [
                "prrt-consider info", "targeted-therapy-progression info", "cabozantinib-consider info",
                "clinical-trial-consider info", "surveillance-sstr-due info",
            ]
        },
        { "ned", ["first-line-ssa info", "localized-surgery-first info", "mdt-review-missing info"] },
        { "ola", ["first-line-ssa info"] },
        { "pia", ["sstr-imaging-missing warning"] },
        { "quin", ["functional-cytoreduction info", "liver-limited-locoregional info"] },
        { "ria", [] },
        { "sam", ["surveillance-imaging-due warning"] },
        { "tia", ["telotristat-for-refractory-diarrhoea info"] },
        { "uma", ["surveillance-imaging-due info"] },
        { "vic", [] },
        { "wen", ["cross-sectional-imaging-missing info", "net-data-quality info", "sstr-imaging-missing info", "stage-missing info"] },
        {
            "xia",
            [
                "pnet-watch-and-wait-eligible info", "surveillance-imaging-due warning",
                "men1-family-surveillance info", "hereditary-surveillance info",
            ]
        },
        { "yves", ["bone-mets-palliative-rt info", "clinical-trial-consider info"] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_invented_patient_gets_the_cards_of_the_story(string sample, string[] cards)
    {
        var answer = await service.Call(service.FullPrefetch(sample));

        answer.Cards.Zip(answer.CardIds, (card, id) => $"{id} {card["indicator"]}").Should().BeEquivalentTo(cards.Where(IsThere));
    }

    [Fact]
    public void Every_invented_patient_has_a_row_and_an_expected_answer()
    {
        Expected.Select(row => (string)row[0]).Should().BeEquivalentTo(Samples.Names);
        Directory.EnumerateFiles(Repository.PathOf("fhir-samples"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("fhir-samples"), file).Replace('\\', '/'))
            .Where(file => !file.EndsWith("/order-select.json", StringComparison.Ordinal) && !file.EndsWith("/order-sign.json", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Samples.Names.SelectMany(name => new[] { "bundle.json", "story.md", Golden }.Select(file => $"{name}/{file}")).Append("README.md"));
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "R-07")]
    public async Task The_whole_answer_is_the_expected_one(string sample)
    {
        var file = Repository.PathOf("fhir-samples", sample, Golden);
        var answer = ShippedService.Stable(await service.Call(service.FullPrefetch(sample)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, answer);

        answer.Should().Be(await File.ReadAllTextAsync(file), "after an intended change run the tests once with UPDATE_GOLDEN=1 and read the difference");
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "P-01")]
    public async Task The_answer_is_the_same_prefetched_fetched_and_half_and_half(string sample)
    {
        await using var fhir = await RecordingFhirServer.StartAsync(Samples.Json(sample));
        fhir.PageSize = 7;
        var prefetched = ShippedService.Stable(await service.Call(service.FullPrefetch(sample)));

        var fetched = await service.Call(service.FullPrefetch(sample).WithFhir(fhir.BaseUrl).WithoutPrefetch());
        var half = await service.Call(Half(0));
        var otherHalf = await service.Call(Half(1));

        ShippedService.Stable(fetched).Should().Be(prefetched);
        ShippedService.Stable(half).Should().Be(prefetched);
        ShippedService.Stable(otherHalf).Should().Be(prefetched);

        HookCall Half(int first) => service.FullPrefetch(sample).WithFhir(fhir.BaseUrl)
            .WithoutPrefetch([.. service.Keys.Where((_, index) => index % 2 == first)]);
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-04")]
    [Trait("Requirement", "P-09")]
    public async Task The_answer_is_the_same_from_a_server_that_we_did_not_write(string sample)
    {
        await medplum.LoadAsync(Samples.Json(sample));

        var fetched = await service.Call(service.FullPrefetch(sample).WithFhir(medplum.BaseUrl).WithoutPrefetch());

        ShippedService.Stable(fetched).Should().Be(ShippedService.Stable(await service.Call(service.FullPrefetch(sample))));
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "G-04")]
    [Trait("Requirement", "S-13")]
    public async Task Every_draft_that_a_suggestion_creates_is_valid_for_an_independent_validator(string sample)
    {
        var answer = await service.Call(service.FullPrefetch(sample).With("context.encounterId", "enc-1"));

        foreach (var draft in answer.Cards.SelectMany(DraftsOf))
            (await medplum.ValidateAsync(draft)).Should().BeEmpty(draft.ToJsonString());
    }

    /// <summary>A card that the stories ask for may still be to come.</summary>
    private static bool IsThere(string card) => TestKnowledge.Base.Cards.Any(one => one.Id == card.Split(' ')[0]);

    private static IEnumerable<JsonNode> DraftsOf(JsonObject card) =>
        (card["suggestions"]?.AsArray() ?? []).SelectMany(suggestion => suggestion!["actions"]!.AsArray()).Select(action => action!["resource"]!);
}
