using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>One entry that cannot be read spoils what it could carry, and nothing else.</summary>
public sealed class BadEntryTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Incomplete = "net-data-incomplete";

    /// <summary>Story; sample; resource; element; what it holds; the cards that still come; the need that is named; the cards of the story that it stops.</summary>
    public static TheoryData<string, string, string, string, string, string[], string, string[]> Entries => new()
    {
        {
            "the last chromogranin A has a value of a wrong shape",
            "chen", "chen-cga-2026-05", "valueQuantity", "high",
            ["surveillance-imaging-due"],
            "tumour markers",
            ["surveillance-markers-due"]
        },
        {
            "the last size has a value of a wrong shape",
            "bo", "bo-size-2026-11", "valueQuantity", "23 mm",
            [],
            "pathology and staging results",
            ["pnet-size-threshold", "pnet-growth-threshold"]
        },
        {
            "the Ki-67 has a value of a wrong shape",
            "fay", "fay-pathology-ki67", "valueQuantity", "35 %",
            [],
            "pathology and staging results",
            ["differentiation-missing"]
        },
        {
            "the last MRI has a list of a wrong shape",
            "xia", "xia-imaging-mri-2025-07", "series", "none",
            ["pnet-watch-and-wait-eligible", "men1-family-surveillance"],
            "imaging studies",
            ["surveillance-imaging-due"]
        },
        {
            "one of two stains has a value of a wrong shape, and the report names neither",
            "wen", "wen-pathology-ihc-cga", "valueCodeableConcept", "positive",
            ["cross-sectional-imaging-missing", "sstr-imaging-missing", "stage-missing", "net-data-quality"],
            "pathology and staging results",
            ["ihc-panel-incomplete"]
        },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task A_bad_entry_stops_only_what_it_could_carry(
        string story, string sample, string id, string element, string content, string[] stillCome, string need, string[] stopped)
    {
        var bundle = Samples.Json(sample);
        var resource = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Single(one => (string?)one["id"] == id);
        resource[element] = content;

        var answer = await service.Call(service.FullPrefetch(sample, bundle));

        answer.CardIds.Should().Equal([.. stillCome, Incomplete], story);
        var line = ((string)answer.Card(Incomplete)["detail"]!).Split('\n').Single(text => text.StartsWith("- ", StringComparison.Ordinal));
        line.Should().StartWith($"- **{need}**: a resource in it could not be read.", story)
            .And.ContainAll(TestKnowledge.Base.Cards.Where(card => stopped.Contains(card.Id)).Select(card => card.Title), story);
    }

    [Theory]
    [InlineData("chen", "chen-cga-2026-05", "device", "an element that nobody reads")]
    [InlineData("ida", "ida-bp-2026-10-01", "code", "a blood pressure, which nobody asked for")]
    public async Task A_bad_entry_that_could_not_matter_changes_nothing(string sample, string id, string element, string story)
    {
        var bundle = Samples.Json(sample);
        bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Single(one => (string?)one["id"] == id)[element] = "spoilt";

        var answer = await service.Call(service.FullPrefetch(sample, bundle));

        ShippedService.Stable(answer).Should().Be(ShippedService.Stable(await service.Call(service.FullPrefetch(sample))), story);
    }
}
