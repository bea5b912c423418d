using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

/// <summary>Taking back an order must never take a therapy away with it.</summary>
public sealed class TakingBackTests
{
    private const string Stop = "order-1";

    /// <summary>Story; the stop; the order on record; whether the orders could be read; what is offered.</summary>
    public static TheoryData<string, string, string?, bool, string?> Stops => new()
    {
        { "a stop of its own", Order("stopped", Stop), Order("active", "other"), true, $"delete MedicationRequest/{Stop}" },
        { "a stop of nothing on record", Order("stopped", Stop), null, true, $"delete MedicationRequest/{Stop}" },
        { "a stop of the therapy with that id", Order("stopped", Stop), Order("active", Stop), true, "update " + Order("active", Stop) },
        { "a cancelled therapy with that id", Order("cancelled", Stop), Order("active", Stop), true, "update " + Order("active", Stop) },
        { "a therapy on hold", Order("stopped", Stop), Order("on-hold", Stop), true, "update " + Order("on-hold", Stop) },
        { "a therapy that ended before", Order("stopped", Stop), Order("completed", Stop), true, null },
        { "a draft that is on record as such", Order("stopped", Stop), Order("draft", Stop), true, $"delete MedicationRequest/{Stop}" },
        { "the therapy may be on record", Order("stopped", Stop), null, false, null },
    };

    [Theory]
    [Trait("Requirement", "S-09")]
    [Trait("Requirement", "S-10")]
    [MemberData(nameof(Stops))]
    public void A_stop_is_taken_back_without_deleting_the_therapy(string story, string stop, string? recorded, bool isComplete, string? expected) =>
        Offered(stop, recorded, isComplete).Should().Be(expected, story);

    /// <summary>What the suggestion to take the stop back does; null when there is none.</summary>
    private static string? Offered(string stop, string? recorded, bool isComplete)
    {
        var knowledge = TestKnowledge.Base;
        Resource[] conditions = [Condition("net", "C7A.012"), Condition("syndrome", "E34.00")];
        var record = new PatientRecord(
            "pat",
            NeedInfo.All.Where(info => info.IsAsked).Select(info => info.Need switch
            {
                DataNeed.Patient => new NeedAnswer(info.Need, [new Patient { Id = "pat" }]),
                DataNeed.Conditions => new(info.Need, [.. conditions]),
                DataNeed.MedicationRequests => new(info.Need, recorded is null ? [] : [Read(recorded)], isComplete ? null : NeedGap.Failed),
                _ => new(info.Need, []),
            }),
            new CallContext(Hook.OrderSign) { Drafts = [new(Read(stop)) { Json = JsonElement.Parse(stop) }] });
        var picture = knowledge.Picture(record, SomeChart.Today, TimeZoneInfo.Utc);
        var cards = knowledge.ForHook("order-sign");
        var card = Advice.Compose(cards, knowledge.StandardReasons, record, picture, cards.Decide(picture)).Single(shown => shown.Id == "ssa-abrupt-stop");
        var actions = new CardMapper(CdsService.All[0], "abc", new(SomeKey.Value)).ToCard(card, new("pat", null, null, null, SomeChart.Today, "order"))
            .Suggestions!.SingleOrDefault(suggestion => suggestion.Label == "Take the stop back")?.Actions;
        return actions is [var action] ? $"{action.Type} {action.ResourceId ?? Written(action.Resource!)}" : null;
    }

    private static string Written(DraftResource resource)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            resource.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Resource Read(string json) => JsonSerializer.Deserialize(json, FhirJson.Default.Resource)!;

    private static Condition Condition(string id, string code) =>
        new() { Id = id, Code = new() { Coding = [new("http://hl7.org/fhir/sid/icd-10-cm", code, null)] }, RecordedDate = "2026-01-10" };

    /// <summary>With an element that nothing here reads, and blanks as some systems write them.</summary>
    private static string Order(string status, string id) =>
        $$$"""{ "resourceType":"MedicationRequest", "id":"{{{id}}}",  "status":"{{{status}}}", "x-local":{"a":1.50},"intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"H01CB03"}],"text":"lanreotide"}}""";
}
