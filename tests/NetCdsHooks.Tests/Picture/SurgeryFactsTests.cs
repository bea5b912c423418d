using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class SurgeryFactsTests
{
    private const string Ileal = """{"resourceType":"Condition","id":"net","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C7A.012"}]},"recordedDate":"2024-01-15"}""";

    public static TheoryData<string, string, PrimarySite, bool> Resections => new()
    {
        { "Whipple, pancreas", Coded("116241004"), PrimarySite.Pancreas, true },
        { "Whipple, duodenum", Coded("116241004"), PrimarySite.Duodenum, true },
        { "Whipple, ileum", Coded("116241004"), PrimarySite.SmallIntestine, false },
        { "right hemicolectomy, ileum", Coded("359571009"), PrimarySite.SmallIntestine, true },
        { "right hemicolectomy, appendix", Coded("359571009"), PrimarySite.Appendix, true },
        { "lobectomy, lung", Coded("173171007"), PrimarySite.Lung, true },
        { "appendicectomy in words", Named("Laparoscopic appendicectomy"), PrimarySite.Appendix, true },
        { "thymectomy in words", Named("Thymectomy"), PrimarySite.Thymus, true },
        { "any resection that names the organ", Named("Resection of lesion, kidney"), PrimarySite.Other, true },
        { "any resection that names no organ", Named("Resection of lesion"), PrimarySite.Other, false },
        { "any resection with the organ as body site", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2024-02-10","code":{"text":"Wedge excision"},"bodySite":[{"coding":[{"system":"http://snomed.info/sct","code":"69695003"}]}]}""", PrimarySite.Stomach, true },
        { "cholecystectomy", Coded("38102005"), PrimarySite.Pancreas, false },
        { "liver resection", Coded("71273005"), PrimarySite.SmallIntestine, false },
        { "endoscopic removal, rectum", Coded("10381000132106"), PrimarySite.Rectum, true },
        { "endoscopic removal, stomach", Coded("10391000132108"), PrimarySite.Stomach, true },
        { "endoscopic removal, pancreas", Coded("10381000132106"), PrimarySite.Pancreas, false },
        { "endoscopic removal of another organ", Named("Endoscopic mucosal resection of stomach"), PrimarySite.Rectum, false },
        { "not done", Coded("107938000", "not-done"), PrimarySite.SmallIntestine, false },
        { "in preparation", Coded("107938000", "preparation"), PrimarySite.SmallIntestine, false },
        { "under way", Coded("107938000", "in-progress"), PrimarySite.SmallIntestine, false },
        { "entered in error", Coded("107938000", "entered-in-error"), PrimarySite.SmallIntestine, false },
        { "dated in the future", Coded("107938000", "completed", "2027-02-01"), PrimarySite.SmallIntestine, false },
        { "date of an undated resection cannot speak against it", """{"resourceType":"Procedure","status":"completed","code":{"coding":[{"system":"http://snomed.info/sct","code":"107938000"}]}}""", PrimarySite.SmallIntestine, true },
        { "same month as the diagnosis", Coded("107938000", "completed", "2024-01"), PrimarySite.SmallIntestine, true },
    };

    public static TheoryData<string, string, bool> Plans => new()
    {
        { "order by role", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"coding":[{"system":"http://snomed.info/sct","code":"359571009"}]}}""", true },
        { "order by category", """{"resourceType":"ServiceRequest","status":"on-hold","intent":"order","category":[{"coding":[{"system":"http://snomed.info/sct","code":"387713003"}]}],"code":{"text":"Enucleation"}}""", true },
        { "liver-directed order", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"coding":[{"system":"http://snomed.info/sct","code":"314617008"}]}}""", true },
        { "order for a past day", """{"resourceType":"ServiceRequest","status":"active","intent":"order","occurrenceDateTime":"2026-01-05","code":{"text":"Right hemicolectomy"}}""", false },
        { "proposal", """{"resourceType":"ServiceRequest","status":"active","intent":"proposal","code":{"text":"Right hemicolectomy"}}""", false },
        { "revoked", """{"resourceType":"ServiceRequest","status":"revoked","intent":"order","code":{"text":"Right hemicolectomy"}}""", false },
        { "referral for an opinion", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"Surgical opinion"}}""", false },
        { "biopsy called surgical", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"coding":[{"system":"http://snomed.info/sct","code":"252416005"}],"text":"biopsy (surgical, endoscopic or US-guided)"}}""", false },
        { "booking", """{"resourceType":"Appointment","status":"booked","start":"2026-12-01T08:00:00Z","serviceType":[{"text":"Distal pancreatectomy"}]}""", true },
        { "cancelled booking", """{"resourceType":"Appointment","status":"cancelled","start":"2026-12-01T08:00:00Z","serviceType":[{"text":"Distal pancreatectomy"}]}""", false },
        { "procedure in preparation", """{"resourceType":"Procedure","status":"preparation","code":{"text":"Small bowel resection"}}""", true },
        { "procedure done", """{"resourceType":"Procedure","status":"completed","code":{"text":"Small bowel resection"}}""", false },
    };

    public static TheoryData<string, string, ResidualTumour?, UnknownReason?> Margins => new()
    {
        { "string", """ "valueString":"R0" """, ResidualTumour.R0, null },
        { "sentence", """ "valueString":"microscopic, R1 (mesenteric margin)" """, ResidualTumour.R1, null },
        { "coded", """ "valueCodeableConcept":{"coding":[{"display":"RX: presence of residual tumor cannot be assessed"}]} """, ResidualTumour.Rx, null },
        { "two classes", """ "valueString":"R0 or R1" """, null, UnknownReason.Unusable },
        { "no class", """ "valueString":"margins clear" """, null, UnknownReason.Unusable },
    };

    [Theory]
    [MemberData(nameof(Resections))]
    public void The_primary_is_resected_by_a_finished_operation_on_its_organ(string story, string procedure, PrimarySite site, bool expected) =>
        Of(site, Ileal, procedure).PrimaryResected.Value().Should().Be(expected, story);

    [Fact]
    public void A_resection_that_was_broken_off_leaves_it_open() =>
        Of(PrimarySite.SmallIntestine, Coded("107938000", "stopped")).PrimaryResected.WhyUnknown.Should().Be(UnknownReason.Unusable);

    [Fact]
    public void A_resection_years_before_the_diagnosis_leaves_it_open_unless_it_was_for_the_tumour()
    {
        const string early = """{"resourceType":"Procedure","id":"op","status":"completed","performedDateTime":"2015-06-01","code":{"text":"Ileal resection"}REASON}""";

        Of(PrimarySite.SmallIntestine, Ileal, early.Replace("REASON", "", StringComparison.Ordinal))
            .PrimaryResected.WhyUnknown.Should().Be(UnknownReason.Conflicting);
        Of(PrimarySite.SmallIntestine, Ileal, early.Replace("REASON", ""","reasonReference":[{"reference":"Condition/net"}]""", StringComparison.Ordinal))
            .PrimaryResected.Value().Should().BeTrue();
    }

    /// <summary>A tumour found in a specimen is entered after the operation.</summary>
    [Theory]
    [InlineData("entered half a year after the operation", "recordedDate", "2025-12-01", true)]
    [InlineData("entered later than that", "recordedDate", "2025-12-02", false)]
    [InlineData("begun after the operation", "onsetDateTime", "2025-06-02", false)]
    public void An_operation_shortly_before_the_entry_may_have_found_the_tumour(string story, string member, string day, bool expected)
    {
        var tumour = $$"""{"resourceType":"Condition","id":"net","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C7A.012"}]},"{{member}}":"{{day}}"}""";
        const string operation = """{"resourceType":"Procedure","id":"op","status":"completed","performedDateTime":"2025-06-01","code":{"text":"Ileal resection"}}""";

        (Of(PrimarySite.SmallIntestine, tumour, operation).PrimaryResected is Fact<bool>.Known { Value: true }).Should().Be(expected, story);
    }

    [Theory]
    [InlineData(DataNeed.Procedures)]
    [InlineData(DataNeed.Status)]
    public void A_failed_query_never_means_not_resected(DataNeed need)
    {
        var resections = new Resections(EventRecord.WithGaps([need]), Fact.Known(PrimarySite.Pancreas));

        resections.PrimaryResected.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        resections.Date.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        resections.Residual.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void A_found_resection_stays_found_when_the_status_query_failed_but_its_date_need_not_be_the_last()
    {
        var resections = new Resections(EventRecord.WithGaps([DataNeed.Status], Coded("116241004")), Fact.Known(PrimarySite.Pancreas));

        resections.PrimaryResected.Value().Should().BeTrue();
        resections.Date.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void With_an_unknown_primary_a_resection_proves_nothing_and_none_means_none()
    {
        var unknown = Fact.Unknown<PrimarySite>(UnknownReason.NotRecorded);

        new Resections(EventRecord.With(Coded("116241004")), unknown).PrimaryResected.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        new Resections(EventRecord.With(), unknown).PrimaryResected.Value().Should().BeFalse();
    }

    [Fact]
    public void The_date_is_that_of_the_last_resection() =>
        Of(PrimarySite.SmallIntestine, Ileal, Coded("107938000", "completed", "2024-02-10"), Coded("359571009", "completed", "2024-05"))
            .Date.Value().ToString().Should().Be("2024-05");

    [Fact]
    public void Without_a_resection_there_is_no_date() =>
        Of(PrimarySite.SmallIntestine, Ileal).Date.WhyUnknown.Should().Be(UnknownReason.NotRecorded);

    [Fact]
    public void A_clear_or_microscopic_margin_proves_a_resection() =>
        Of(PrimarySite.Appendix, Margin("""  "valueString":"R0" """)).PrimaryResected.Value().Should().BeTrue();

    [Theory]
    [InlineData("Right hemicolectomy specimen: neuroendocrine tumour G1, pT3 pN1 (4/12), R0.", UnknownReason.Unusable)]
    [InlineData("Biopsy: neuroendocrine tumour G1.", null)]
    [InlineData("Skin: basal cell carcinoma, R0.", null)]
    public void A_report_that_tells_of_margins_leaves_open_whether_the_primary_is_still_there(string conclusion, UnknownReason? why) =>
        Of(PrimarySite.SmallIntestine, $$"""{"resourceType":"DiagnosticReport","status":"final","effectiveDateTime":"2026-02-01","code":{"text":"Pathology report"},"conclusion":"{{conclusion}}"}""")
            .PrimaryResected.WhyUnknown.Should().Be(why);

    [Fact]
    public void A_clear_margin_in_the_liver_proves_nothing_of_the_primary() =>
        Of(PrimarySite.SmallIntestine, """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"text":"Partial hepatectomy"},"note":[{"text":"R0"}]}""")
            .PrimaryResected.Value().Should().BeFalse();

    [Theory]
    [MemberData(nameof(Margins))]
    public void The_residual_class_is_read_from_the_value(string story, string value, ResidualTumour? expected, UnknownReason? why)
    {
        var fact = Of(PrimarySite.Appendix, Margin(value)).Residual;

        fact.WhyUnknown.Should().Be(why, story);
        if (expected is { } known)
            fact.Value().Should().Be(known, story);
    }

    [Fact]
    public void The_residual_class_is_read_from_the_outcome_or_the_notes_of_an_operation()
    {
        Of(PrimarySite.Pancreas, """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"text":"Whipple"},"outcome":{"text":"R1 resection"}}""")
            .Residual.Value().Should().Be(ResidualTumour.R1);
        Of(PrimarySite.Pancreas, """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"text":"Whipple"},"note":[{"text":"Margins: R0."}]}""")
            .Residual.Confidence().Should().Be(Confidence.FreeText);
    }

    [Fact]
    public void Two_residual_classes_of_one_day_exclude_each_other() =>
        Of(PrimarySite.Appendix, Margin(""" "valueString":"R0" """), Margin(""" "valueString":"R1" """))
            .Residual.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    [Theory]
    [MemberData(nameof(Plans))]
    public void An_operation_is_planned_when_it_is_ordered_booked_or_prepared(string story, string resource, bool expected) =>
        SurgeryFacts.FindPlanned(EventRecord.With(resource)).Value().Should().Be(expected, story);

    [Fact]
    public void A_failed_query_never_means_that_no_operation_is_planned() =>
        SurgeryFacts.FindPlanned(EventRecord.WithGaps([DataNeed.Appointments])).WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    [Theory]
    [InlineData(true, Extent.Localized, false, Truth.Yes)]
    [InlineData(true, Extent.Regional, false, Truth.Yes)]
    [InlineData(true, Extent.Metastatic, false, Truth.No)]
    [InlineData(true, Extent.Localized, true, Truth.No)]
    [InlineData(false, null, false, Truth.No)]
    [InlineData(true, null, false, Truth.Unknown)]
    [InlineData(true, null, true, Truth.No)]
    public void After_a_resection_means_resected_not_metastatic_and_not_come_back(bool resected, Extent? extent, bool recurrence, Truth expected) =>
        SurgeryFacts.AfterResection(
            Fact.Known(resected),
            extent is { } known ? Fact.Known(known) : Fact.Unknown<Extent>(UnknownReason.NotRecorded),
            Fact.Known(recurrence)).Test(after => after).Should().Be(expected);

    [Theory]
    [InlineData("recurrence", true)]
    [InlineData("relapse", true)]
    [InlineData("active", false)]
    [InlineData("remission", false)]
    public void A_recurrence_is_told_by_the_problem_list(string status, bool expected) =>
        SurgeryFacts.Recurrence(EventRecord.With($$"""
            {"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"{{status}}"}]},
             "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C7A.012"}]} }
            """)).Value().Should().Be(expected);

    private static Resections Of(PrimarySite site, params string[] resources) => new(EventRecord.With(resources), Fact.Known(site));

    private static string Coded(string snomed, string status = "completed", string date = "2024-02-10") =>
        $$"""{"resourceType":"Procedure","status":"{{status}}","performedDateTime":"{{date}}","code":{"coding":[{"system":"http://snomed.info/sct","code":"{{snomed}}"}]} }""";

    private static string Named(string name) =>
        $$"""{"resourceType":"Procedure","status":"completed","performedDateTime":"2024-02-10","code":{"text":"{{name}}"} }""";

    private static string Margin(string value) =>
        $$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2024-02-12","code":{"text":"Residual tumour"},{{value}} }""";
}
