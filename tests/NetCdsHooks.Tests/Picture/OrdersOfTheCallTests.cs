using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

/// <summary>What one order of a call says of itself, and of the others beside it.</summary>
public class OrdersOfTheCallTests
{
    private const string Stop = """{"resourceType":"MedicationRequest","id":"stop","status":"stopped","intent":"order","medicationCodeableConcept":{"text":"lanreotide"}REST}""";
    private const string OctreotideLar = """{"resourceType":"MedicationRequest","id":"lar","status":"draft","intent":"order","medicationCodeableConcept":{"text":"octreotide LAR"}}""";
    private const string Octreotide = """{"resourceType":"MedicationRequest","id":"sc","status":"draft","intent":"order","medicationCodeableConcept":{"text":"octreotide 100 micrograms"}}""";

    public static TheoryData<string, string, bool> Stops => new()
    {
        { "no reason", "", false },
        { "cured, as the reason of the status", ""","statusReason":{"text":"Completed surgery, curative"}""", true },
        { "cured, as a note", ""","note":[{"text":"tumour removed, cured"}]""", true },
        { "side effects", ""","statusReason":{"text":"Gallstones"}""", false },
        { "not cured", ""","statusReason":{"text":"surgery was not curative"}""", false },
        { "not yet cured", ""","statusReason":{"text":"awaiting curative surgery"}""", false },
        { "to be cured, as a note", ""","note":[{"text":"bridging to curative resection"}]""", false },
    };

    public static TheoryData<string, string[], bool> Companions => new()
    {
        { "alone", [], false },
        { "another long-acting drug", [OctreotideLar], true },
        { "a short-acting drug", [Octreotide], false },
        { "a second stop", [Stop.Replace("REST", "", StringComparison.Ordinal).Replace("\"stop\"", "\"stop-2\"", StringComparison.Ordinal)], false },
    };

    public static TheoryData<string, string, OrderKind[]> Orders => new()
    {
        { "cholecystectomy", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"38102005"}]}"""), [OrderKind.Surgery, OrderKind.AbdominalSurgery, OrderKind.Cholecystectomy] },
        { "CT of the abdomen", Order("""{"text":"CT abdomen"}"""), [OrderKind.CtOrMri] },
        { "CT of an unknown region", Order("""{"text":"CT"}"""), [OrderKind.CtOrMri] },
        { "CT of the head cannot show the tumour", Order("""{"text":"CT head"}"""), [] },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public void A_stop_says_whether_it_is_for_cure(string story, string rest, bool expected) =>
        Of(Stop.Replace("REST", rest, StringComparison.Ordinal)).StopForCure.Value().Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(Companions))]
    public void A_long_acting_analogue_begun_with_a_stop_makes_it_a_switch(string story, string[] others, bool expected) =>
        Of([Stop.Replace("REST", "", StringComparison.Ordinal), .. others]).SwitchesSsa.Value().Should().Be(expected, story);

    [Fact]
    public void An_analogue_does_not_take_its_own_place() => Of(OctreotideLar).SwitchesSsa.Value().Should().BeFalse();

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_of_the_kinds_that_matter_for_the_tumour(string story, string order, OrderKind[] expected) =>
        Of(order).Kinds.Value().Should().BeEquivalentTo(expected, story);

    private static string Order(string code) => $$"""{"resourceType":"ServiceRequest","id":"o","status":"draft","intent":"order","code":{{code}}}""";

    /// <summary>The facts of the first.</summary>
    private static DraftFacts Of(params string[] drafts)
    {
        DraftOrder[] orders = [.. drafts.Select(json => new DraftOrder(JsonSerializer.Deserialize(json, FhirJson.Default.Resource)!))];
        var record = new PatientRecord("p1", NeedInfo.All.Select(need => new NeedAnswer(need.Need, [])), new CallContext(Hook.OrderSign) { Drafts = [.. orders] });
        return new ClinicalPicture(record, TestKnowledge.Concepts, TestKnowledge.Intervals, EventRecord.Today, TimeZoneInfo.Utc).PerDraft[0].Draft;
    }
}
