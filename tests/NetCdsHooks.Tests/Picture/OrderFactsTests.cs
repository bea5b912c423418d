using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class OrderFactsTests
{
    public static TheoryData<string, string, OrderKind[]> Orders => new()
    {
        { "histology", Order(Snomed("252416005")), [OrderKind.Histology] },
        { "biopsy", Order("""{"text":"CT-guided biopsy of liver lesion"}"""), [OrderKind.Histology] },
        { "Ki-67", Order(Loinc("29593-1")), [OrderKind.Ki67] },
        { "synaptophysin", Order(Loinc("10514-8")), [OrderKind.Immunostains] },
        { "chromogranin stain", Order(Loinc("10471-1")), [OrderKind.Immunostains] },
        { "chromogranin A", Order(Loinc("9811-1")), [OrderKind.ChromograninA] },
        { "5-HIAA in urine", Order(Loinc("1695-6")), [OrderKind.FiveHiaa] },
        { "5-HIAA in plasma", Order(Loinc("1693-1")), [OrderKind.FiveHiaa] },
        { "5-HIAA in random urine", Order(Loinc("1694-9")), [] },
        { "neuron-specific enolase", Order(Loinc("15060-7")), [OrderKind.NeuronSpecificEnolase] },
        { "CT", Order(Snomed("77477000")), [OrderKind.CtOrMri] },
        { "CT compared with a PET", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"77477000"}],"text":"CT abdomen, compare with PET"}"""), [OrderKind.CtOrMri] },
        { "MRI in words", Order("""{"text":"MRI liver"}"""), [OrderKind.CtOrMri] },
        { "PET/CT with a receptor tracer", Order(Snomed("450436003"), ""","orderDetail":[{"coding":[{"system":"http://snomed.info/sct","code":"724025002"}]}]"""), [OrderKind.SstrImaging] },
        { "PET/CT with a receptor tracer in words", Order("""{"text":"68Ga-DOTATATE PET/CT"}"""), [OrderKind.SstrImaging] },
        { "PET/CT with FDG", Order(Snomed("450436003"), ""","orderDetail":[{"coding":[{"system":"http://snomed.info/sct","code":"35321007"}]}]"""), [OrderKind.FdgPet] },
        { "PET/CT with PSMA", Order("""{"text":"Ga-68 PSMA PET/CT"}"""), [] },
        { "endosonography", Order("""{"text":"Endoscopic ultrasound"}"""), [OrderKind.Endosonography] },
        { "tumour board", Order("""{"text":"NET tumour board review"}"""), [OrderKind.MdtReview] },
        { "surgery", Order(Snomed("9524002")), [OrderKind.Surgery] },
        { "unrelated", Order("""{"text":"Physiotherapy"}"""), [] },
        { "the reason of an order is not what is ordered", Order("""{"text":"Physiotherapy"}""", ""","reasonCode":[{"text":"after CT abdomen"}]"""), [] },
        { "on hold", Order(Loinc("9811-1"), status: "on-hold"), [OrderKind.ChromograninA] },
        { "completed", Order(Loinc("9811-1"), status: "completed"), [] },
        { "draft", Order(Loinc("9811-1"), status: "draft"), [] },
        { "proposal", Order(Loinc("9811-1"), intent: "proposal"), [] },
        { "plan", Order(Loinc("9811-1"), intent: "plan"), [] },
        { "instance of a standing order", Order(Loinc("9811-1"), intent: "instance-order"), [OrderKind.ChromograninA] },
        { "day has passed", Order(Loinc("9811-1"), ""","occurrenceDateTime":"2026-11-20" """), [] },
        { "today", Order(Loinc("9811-1"), ""","occurrenceDateTime":"2026-11-21" """), [OrderKind.ChromograninA] },
        { "this month", Order(Loinc("9811-1"), ""","occurrenceDateTime":"2026-11" """), [OrderKind.ChromograninA] },
        { "booking by service", """{"resourceType":"Appointment","status":"booked","start":"2026-12-01T08:00:00Z","serviceType":[{"text":"MRI abdomen"}]}""", [OrderKind.CtOrMri] },
        { "booking by description", """{"resourceType":"Appointment","status":"pending","description":"DOTATATE PET"}""", [OrderKind.SstrImaging] },
        { "booking cancelled", """{"resourceType":"Appointment","status":"cancelled","start":"2026-12-01T08:00:00Z","serviceType":[{"text":"MRI abdomen"}]}""", [] },
        { "booking of last week", """{"resourceType":"Appointment","status":"booked","start":"2026-11-14T08:00:00Z","serviceType":[{"text":"MRI abdomen"}]}""", [] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_is_ordered_or_booked_is_told_by_kind(string story, string resource, OrderKind[] expected) =>
        Facts(resource).Pending.Value().Should().BeEquivalentTo(expected, story);

    [Theory]
    [InlineData(DataNeed.ServiceRequests)]
    [InlineData(DataNeed.Appointments)]
    public void With_a_failed_query_a_found_order_is_pending_and_the_others_are_unknown(DataNeed need)
    {
        var orders = new OrderFacts(EventRecord.WithGaps([need], Order(Loinc("9811-1"))), null!);

        orders.Pending.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        orders.Has(OrderKind.ChromograninA).Should().Be(Truth.Yes);
        orders.Has(OrderKind.CtOrMri).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void In_an_answered_record_what_is_not_ordered_is_not_pending() =>
        Facts(Order(Loinc("9811-1"))).Has(OrderKind.CtOrMri).Should().Be(Truth.No);

    [Fact]
    public void Pending_studies_are_listed_with_day_and_region()
    {
        var studies = Facts(
            Order("""{"text":"CT chest"}""", ""","occurrenceDateTime":"2026-12" """),
            """{"resourceType":"Appointment","status":"booked","start":"2026-12-01T23:30:00-05:00","serviceType":[{"text":"MRI liver"}]}""",
            Order("""{"text":"MRI brain"}""")).PendingStudies;

        studies.Select(study => study.Date?.ToString()).Should().Equal("2026-12", null, "2026-12-02");
        studies.Select(study => study.Shows(PrimarySite.Pancreas)).Should().Equal(false, false, true);
        studies.Select(study => study.Shows(PrimarySite.Lung)).Should().Equal(true, false, false);
    }

    [Theory]
    [InlineData("an MRI of the brain never shows it", "MRI brain", "C7A.090", false)]
    [InlineData("a CT of the chest shows a lung tumour", "CT chest", "C7A.090", true)]
    [InlineData("a CT of the abdomen does not", "CT abdomen", "C7A.090", false)]
    [InlineData("a CT of the chest does not show an ileal tumour", "CT chest", "C7A.012", false)]
    [InlineData("a CT of no stated region may show it", "CT", "C7A.012", true)]
    public void A_CT_or_MRI_is_pending_only_when_it_can_show_the_tumour(string story, string order, string diagnosis, bool expected)
    {
        var tumour = $$"""{"resourceType":"Condition","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{diagnosis}}"}]} }""";

        var pending = Facts(tumour, Order($$"""{"text":"{{order}}"}""")).Pending.Value();

        pending.Contains(OrderKind.CtOrMri).Should().Be(expected, story);
    }

    private static OrderFacts Facts(params string[] resources) => EventRecord.Picture(resources).Orders;

    private static string Loinc(string code) => $$"""{"coding":[{"system":"http://loinc.org","code":"{{code}}"}] }""";

    private static string Snomed(string code) => $$"""{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}] }""";

    private static string Order(string code, string more = "", string status = "active", string intent = "order") =>
        $$"""{"resourceType":"ServiceRequest","status":"{{status}}","intent":"{{intent}}","code":{{code}}{{more}} }""";
}
