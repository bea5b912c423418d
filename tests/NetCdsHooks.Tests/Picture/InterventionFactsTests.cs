using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Clinical.Picture.Intervention;

namespace NetCdsHooks.Tests.Picture;

public class InterventionFactsTests
{
    public static TheoryData<string, string, Intervention[]> Plans => new()
    {
        { "right hemicolectomy ordered", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"359571009"}]}"""), [Surgery, AbdominalSurgery] },
        { "distal pancreatectomy booked", Booking("Distal pancreatectomy"), [Surgery, AbdominalSurgery, PancreasSurgery] },
        { "lobectomy ordered", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"173171007"}]}"""), [Surgery, ThoracicSurgery] },
        { "liver resection ordered", Order("""{"text":"Liver resection"}"""), [Surgery, AbdominalSurgery] },
        { "embolisation ordered", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"314617008"}]}"""), [LiverDirected] },
        { "liver biopsy ordered", Order("""{"text":"Ultrasound-guided liver biopsy"}"""), [LiverBiopsy] },
        { "biopsy with the liver as body site", Order("""{"text":"Core biopsy"},"bodySite":[{"coding":[{"system":"http://snomed.info/sct","code":"10200004"}]}]"""), [LiverBiopsy] },
        { "biopsy of another organ", Order("""{"text":"Biopsy of the pancreas"}"""), [] },
        { "surgery by category with a body site", Order("""{"text":"Tumour debulking"},"category":[{"coding":[{"system":"http://snomed.info/sct","code":"387713003"}]}],"bodySite":[{"text":"abdomen"}]"""), [Surgery, AbdominalSurgery] },
        { "operation whose place is not told", Order("""{"coding":[{"system":"http://snomed.info/sct","code":"387713003"}]}"""), [Surgery] },
        { "endoscopic removal", Order("""{"text":"Endoscopic mucosal resection"}"""), [Surgery] },
        { "procedure in preparation", Procedure("preparation", "Small bowel resection"), [Surgery, AbdominalSurgery] },
        { "procedure under way", Procedure("in-progress", "Small bowel resection"), [Surgery, AbdominalSurgery] },
        { "procedure done", Procedure("completed", "Small bowel resection"), [] },
        { "opinion only", Order("""{"text":"Surgical opinion"}"""), [] },
        { "referral for an operation", Order("""{"text":"Referral for pancreatectomy"}"""), [] },
        { "embolisation in other words", Order("""{"text":"Embolization of hepatic artery"}"""), [LiverDirected] },
        { "cold in place of heat", Order("""{"text":"Cryoablation of liver lesion"}"""), [LiverDirected] },
        { "German resection", Order("""{"text":"Hemikolektomie rechts"}"""), [Surgery, AbdominalSurgery] },
        { "German biopsy", Order("""{"text":"Leberbiopsie CT-gesteuert"}"""), [LiverBiopsy] },
        { "order revoked", Order("""{"text":"Right hemicolectomy"}""").Replace("active", "revoked", StringComparison.Ordinal), [] },
        { "a heart valve", Order("""{"text":"Tricuspid valve replacement"}"""), [Surgery] },
        { "a heart valve repaired", Order("""{"text":"Repair of the mitral valve"}"""), [Surgery] },
        { "bypass", Order("""{"text":"CABG x3"}"""), [Surgery] },
        { "bypass in words", Order("""{"text":"Coronary artery bypass grafting"}"""), [Surgery] },
        { "hip", Order("""{"text":"Total hip replacement, left"}"""), [Surgery] },
        { "knee", Order("""{"text":"Knee arthroplasty"}"""), [Surgery] },
        { "hernia", Order("""{"text":"Inguinal hernia repair"}"""), [Surgery] },
        { "hernia by another name", Order("""{"text":"Umbilical herniorrhaphy"}"""), [Surgery] },
        { "adhesions", Order("""{"text":"Adhesiolysis"}"""), [Surgery] },
        { "laparoscopy", Order("""{"text":"Exploratory laparoscopy"}"""), [Surgery] },
        { "caesarean section", Order("""{"text":"Caesarean section"}"""), [Surgery] },
        { "cesarean section", Order("""{"text":"Repeat cesarean section"}"""), [Surgery] },
        { "fracture", Order("""{"text":"Open reduction and internal fixation of the radius"}"""), [Surgery] },
        { "fracture in letters", Order("""{"text":"ORIF left ankle"}"""), [Surgery] },
        { "stoma", Order("""{"text":"Ileostomy reversal"}"""), [Surgery] },
        { "stoma the other way round", Order("""{"text":"Closure of loop colostomy"}"""), [Surgery] },
        { "image of a valve", Order("""{"text":"Echocardiography, valve replacement"}"""), [] },
        { "image of a bypass", Order("""{"text":"CT angiography of bypass grafts"}"""), [] },
        { "exercise after a new hip", Order("""{"text":"Physiotherapy after hip replacement"}"""), [] },
        { "an opinion on a hernia", Order("""{"text":"Referral for hernia repair"}"""), [] },
        { "hormones", Order("""{"text":"Thyroid hormone replacement"}"""), [] },
        { "booked for a day that has passed", Booking("Right hemicolectomy", "2026-11-20"), [] },
    };

    public static TheoryData<string, string, decimal, decimal> Days => new()
    {
        { "today", "2026-11-21", 0, 0 },
        { "a week ahead", "2026-11-28", 7, 7 },
        { "this month", "2026-11", 0, 9 },
        { "next month", "2026-12", 10, 40 },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void What_is_planned_is_told_by_kind(string story, string resource, Intervention[] expected) =>
        Of(resource).Planned.Value().Should().BeEquivalentTo(expected, story);

    [Theory]
    [MemberData(nameof(Days))]
    public void The_days_to_the_operation_are_as_vague_as_its_date(string story, string day, decimal from, decimal to) =>
        Of(Order("""{"text":"Right hemicolectomy"}""", day)).DaysToSurgery.Value().Should().Be(new Interval<decimal>(from, to), story);

    [Fact]
    public void The_next_operation_counts_and_one_without_a_day_does_not()
    {
        Of(Order("""{"text":"Right hemicolectomy"}""", "2026-12-01"), Booking("Cholecystectomy", "2026-11-25")).DaysToSurgery.Value().Should().Be(Interval<decimal>.Exactly(4));
        Of(Order("""{"text":"Right hemicolectomy"}""")).DaysToSurgery.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        Of(Booking("Eye check", "2026-11-25")).DaysToSurgery.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Theory]
    [InlineData(DataNeed.ServiceRequests)]
    [InlineData(DataNeed.Appointments)]
    [InlineData(DataNeed.Procedures)]
    public void A_plan_that_was_found_stands_and_others_may_be_out_of_sight(DataNeed failed)
    {
        var facts = new InterventionFacts(EventRecord.WithGaps([failed], Order("""{"text":"Right hemicolectomy"}""", "2026-12-01")), null!);

        facts.Has(Surgery).Should().Be(Truth.Yes);
        facts.Has(LiverBiopsy).Should().Be(Truth.Unknown);
        facts.Planned.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        facts.DaysToSurgery.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void An_operation_that_was_found_near_is_near_whatever_else_is_planned()
    {
        Fact<Interval<decimal>> Found(string day) =>
            new InterventionFacts(EventRecord.WithGaps([DataNeed.Appointments], Order("""{"text":"Right hemicolectomy"}""", day)), null!).DaysToSurgery;

        Found("2026-11-28").Value().Should().Be(new Interval<decimal>(0, 7));
        Found("2026-11-29").WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Theory]
    [InlineData("completed", "Laparoscopic cholecystectomy", true)]
    [InlineData("not-done", "Cholecystectomy", false)]
    [InlineData("completed", "Cholecystectomy not done", false)]
    public void The_gallbladder_is_gone_after_a_finished_operation(string status, string name, bool expected) =>
        Of(Procedure(status, name)).Cholecystectomy.Value().Should().Be(expected);

    [Fact]
    public void The_problem_list_may_tell_of_the_gallbladder_too()
    {
        Of("""{"resourceType":"Condition","id":"c","code":{"text":"Status post cholecystectomy"}}""").Cholecystectomy.Value().Should().BeTrue();
        new InterventionFacts(EventRecord.WithGaps([DataNeed.Procedures]), null!).Cholecystectomy.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        new InterventionFacts(EventRecord.WithGaps([DataNeed.Conditions]), null!).Cholecystectomy.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Theory]
    [InlineData("External beam radiotherapy of the spine", true)]
    [InlineData("Palliative radiotherapy", true)]
    [InlineData("Stereotactic body radiation therapy", true)]
    [InlineData("Peptide receptor radionuclide therapy", false)]
    [InlineData("Selective internal radiotherapy", false)]
    [InlineData("Radiotherapy planning", false)]
    public void Radiotherapy_from_outside_is_told_apart_from_that_inside(string name, bool expected) =>
        Of(Procedure("completed", name)).BeamRadiotherapy.Value().Should().Be(expected);

    [Fact]
    public void A_course_coded_as_radiotherapy_is_one_unless_it_was_with_radionuclides()
    {
        const string course = """{"resourceType":"Procedure","status":"completed","performedPeriod":{"start":"2026-04-01","end":"2026-05-02"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"1217123003"}],"text":"%"}}""";

        Of(course.Replace("%", "Spine, 5 x 4 Gy", StringComparison.Ordinal)).LastBeamRadiotherapy.Value().ToString().Should().Be("2026-05-02");
        Of(course.Replace("%", "Lutathera cycle 1", StringComparison.Ordinal)).BeamRadiotherapy.Value().Should().BeFalse();
        new InterventionFacts(EventRecord.WithGaps([DataNeed.Procedures]), null!).LastBeamRadiotherapy.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"H01CB02"}],"text":"octreotide 50 ug/h infusion"},"authoredOn":"2026-11-20"}""", true)]
    [InlineData("""{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"text":"Octreotide LAR 30 mg"},"authoredOn":"2026-11-20"}""", false)]
    [InlineData("""{"resourceType":"MedicationRequest","status":"stopped","intent":"order","medicationCodeableConcept":{"text":"Octreotide 100 ug SC"},"authoredOn":"2026-11-20"}""", false)]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"Octreotide infusion, peri-operative"}}""", true)]
    [InlineData("""{"resourceType":"Procedure","status":"preparation","code":{"text":"Octreotide infusion"}}""", true)]
    public void Short_acting_octreotide_is_planned_as_a_medicine_or_as_an_infusion(string resource, bool expected) =>
        Of(resource).ShortActingOctreotidePlanned.Value().Should().Be(expected);

    [Theory]
    [InlineData(DataNeed.MedicationRequests)]
    [InlineData(DataNeed.ServiceRequests)]
    [InlineData(DataNeed.Procedures)]
    public void Only_an_answered_record_says_that_no_octreotide_is_planned(DataNeed failed) =>
        new InterventionFacts(EventRecord.WithGaps([failed]), null!).ShortActingOctreotidePlanned.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    private static InterventionFacts Of(params string[] resources) => EventRecord.Picture(resources).Interventions;

    private static string Order(string code, string? day = null) =>
        $$"""{"resourceType":"ServiceRequest","id":"o","status":"active","intent":"order","code":{{code}}{{(day is null ? "" : $",\"occurrenceDateTime\":\"{day}\"")}} }""";

    private static string Booking(string name, string day = "2026-12-01") =>
        $$"""{"resourceType":"Appointment","id":"a","status":"booked","start":"{{day}}T08:00:00Z","serviceType":[{"text":"{{name}}"}]}""";

    private static string Procedure(string status, string name) =>
        $$"""{"resourceType":"Procedure","id":"p","status":"{{status}}","code":{"text":"{{name}}"} }""";
}
