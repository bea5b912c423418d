using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class HeredityFactsTests
{
    private const string Diagnosed = """{"resourceType":"Condition","id":"men1","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}]},"recordedDate":"2011-04-05"}""";

    public static TheoryData<string, string, Men1Screening> Screenings => new()
    {
        { "nothing", """{"resourceType":"Basic"}""", Men1Screening.NotScreened },
        { "diagnosis by ICD-10-CM", Diagnosed, Men1Screening.Diagnosed },
        { "diagnosis by SNOMED CT", Condition("""{"coding":[{"system":"http://snomed.info/sct","code":"30664006"}]}"""), Men1Screening.Diagnosed },
        { "diagnosis in words", Condition("""{"text":"Multiple endocrine neoplasia [MEN] type I"}"""), Men1Screening.Diagnosed },
        { "diagnosis refuted", Condition("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}]}""", "refuted"), Men1Screening.ScreenedNegative },
        { "diagnosis suspected", Condition("""{"text":"MEN1"}""", "provisional"), Men1Screening.NotScreened },
        { "diagnosis suspected, coded", Condition("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}]}""", "differential"), Men1Screening.NotScreened },
        { "suspected in words", Condition("""{"text":"Suspected MEN1"}"""), Men1Screening.NotScreened },
        { "suspected in words beside a code", Condition("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}],"text":"Suspected MEN1"}"""), Men1Screening.NotScreened },
        { "a question mark", Condition("""{"text":"?MEN1"}"""), Men1Screening.NotScreened },
        { "to be ruled out", Condition("""{"text":"Rule out MEN 1"}"""), Men1Screening.NotScreened },
        { "suspected in German", Condition("""{"text":"V. a. MEN1"}"""), Men1Screening.NotScreened },
        { "a suspicion that was looked into", Condition("""{"text":"Suspected MEN1, ruled out"}"""), Men1Screening.Screened },
        { "diagnosis in German", Condition("""{"text":"Multiple endokrine Neoplasie Typ 1"}"""), Men1Screening.Diagnosed },
        { "genetic counselling in German", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-20","code":{"text":"Humangenetische Beratung"}}""", Men1Screening.Screened },
        { "diagnosis entered in error", Condition("""{"text":"MEN1"}""", "entered-in-error"), Men1Screening.NotScreened },
        { "excluded in words", Condition("""{"text":"MEN 1 excluded"}"""), Men1Screening.Screened },
        { "family history of it on the problem list", Condition("""{"text":"Family history of MEN1"}"""), Men1Screening.Screened },
        { "MEN type 2A is another disease", Condition("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.22"}],"text":"MEN IIA"}"""), Men1Screening.NotScreened },
        { "gene test without finding", GeneTest(""" "valueCodeableConcept":{"text":"No pathogenic variant found"} """), Men1Screening.ScreenedNegative },
        { "gene test: not detected", GeneTest(""" "valueString":"Mutation not detected" """), Men1Screening.ScreenedNegative },
        { "gene test with a finding", GeneTest(""" "valueCodeableConcept":{"text":"Pathogenic variant found"} """), Men1Screening.Diagnosed },
        { "gene test with a variant of unknown meaning", GeneTest(""" "valueString":"Variant of uncertain significance found" """), Men1Screening.Screened },
        { "gene test without a value", GeneTest(""" "note":[{"text":"sample lost"}] """), Men1Screening.NotScreened },
        { "gene test by name", """{"resourceType":"Observation","status":"final","code":{"text":"MEN1 gene analysis"},"effectiveDateTime":"2026-01-20","valueString":"negative"}""", Men1Screening.ScreenedNegative },
        { "report of a gene test", """{"resourceType":"DiagnosticReport","status":"final","code":{"text":"MEN1 gene sequencing"},"effectiveDateTime":"2026-01-20","conclusion":"No pathogenic variant."}""", Men1Screening.ScreenedNegative },
        { "genetic counselling done", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-20","code":{"text":"Genetic counselling"}}""", Men1Screening.Screened },
        { "genetic counselling refused", """{"resourceType":"Procedure","status":"not-done","code":{"text":"Genetic counselling"}}""", Men1Screening.NotScreened },
        { "genetic test for another disease", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-20","code":{"text":"Genetic testing BRCA1/2"}}""", Men1Screening.NotScreened },
        { "completed order", """{"resourceType":"ServiceRequest","status":"completed","intent":"order","code":{"text":"Clinical genetics review"}}""", Men1Screening.Screened },
        { "active order", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"Genetic counselling and MEN1 testing"}}""", Men1Screening.Pending },
        { "booked visit", """{"resourceType":"Appointment","status":"booked","start":"2026-12-01T09:00:00Z","serviceType":[{"text":"Clinical genetics"}]}""", Men1Screening.Pending },
        { "cancelled visit", """{"resourceType":"Appointment","status":"cancelled","start":"2026-12-01T09:00:00Z","serviceType":[{"text":"Clinical genetics"}]}""", Men1Screening.NotScreened },
        { "a relative with it", Relative(""" "condition":[{"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}]}}] """), Men1Screening.Screened },
        { "family asked, denied", Relative(""" "note":[{"text":"Asked about MEN1: no relative with MEN1."}] """), Men1Screening.Screened },
        { "a relative with something else", Relative(""" "condition":[{"code":{"text":"Hypertension"}}] """), Men1Screening.NotScreened },
    };

    [Theory]
    [MemberData(nameof(Screenings))]
    public void Whether_men1_was_looked_for_is_read_from_every_kind_of_record(string story, string resource, Men1Screening expected) =>
        Of(resource).Men1.Value().Should().Be(expected, story);

    [Fact]
    public void A_suspicion_with_an_order_is_being_looked_for() =>
        Of(Condition("""{"text":"MEN1"}""", "provisional"), """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"Genetic counselling and MEN1 testing"}}""")
            .Men1.Value().Should().Be(Men1Screening.Pending);

    [Fact]
    public void A_diagnosis_and_its_refutation_exclude_each_other() =>
        Of(Diagnosed, Condition("""{"text":"MEN1"}""", "refuted")).Men1.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    [Theory]
    [InlineData(DataNeed.Conditions)]
    [InlineData(DataNeed.Pathology)]
    [InlineData(DataNeed.Reports)]
    [InlineData(DataNeed.Procedures)]
    [InlineData(DataNeed.ServiceRequests)]
    [InlineData(DataNeed.Appointments)]
    [InlineData(DataNeed.Family)]
    public void Only_an_answered_record_says_that_it_was_not_looked_for(DataNeed failed)
    {
        var heredity = new HeredityFacts(EventRecord.WithGaps([failed]));

        heredity.Men1.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        heredity.Men1Is(Men1Screening.NotScreened).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_trace_of_screening_proves_it_but_a_diagnosis_may_be_out_of_sight()
    {
        var heredity = new HeredityFacts(EventRecord.WithGaps([DataNeed.Conditions], GeneTest(""" "valueString":"negative" """)));

        heredity.Men1Is(Men1Screening.NotScreened).Should().Be(Truth.No);
        heredity.Men1Is(Men1Screening.Diagnosed).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_failed_search_for_relatives_does_not_diagnose_the_patient()
    {
        var heredity = new HeredityFacts(EventRecord.WithGaps([DataNeed.Family]));

        heredity.Men1Is(Men1Screening.Diagnosed).Should().Be(Truth.No);
        heredity.Men1Is(Men1Screening.NotScreened).Should().Be(Truth.Unknown);
    }

    [Fact]
    public void A_diagnosis_stands_whatever_else_failed() =>
        new HeredityFacts(EventRecord.WithGaps([DataNeed.Family, DataNeed.Reports], Diagnosed)).Men1.Value().Should().Be(Men1Screening.Diagnosed);

    [Fact]
    public void What_stands_in_a_note_is_free_text_and_a_code_is_not()
    {
        Of(Relative(""" "note":[{"text":"Asked about MEN1"}] """)).FamilyScreening.Confidence().Should().Be(Confidence.FreeText);
        Of(Relative(""" "condition":[{"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E31.21"}]}}] """))
            .FamilyScreening.Confidence().Should().Be(Confidence.Coded);
    }

    [Fact]
    public void An_unreadable_relative_leaves_open_whether_the_family_was_asked()
    {
        Of("""{"resourceType":"FamilyMemberHistory","id":"x","status":"completed","condition":7}""").FamilyScreening.WhyUnknown.Should().Be(UnknownReason.Unreadable);
        Of(Relative(""" "note":[{"text":"MEN1"}] """).Replace("completed", "health-unknown", StringComparison.Ordinal)).FamilyScreening.Value().Should().BeFalse();
        Of().FamilyScreening.Value().Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"Q85.83"}]}""", true)]
    [InlineData("""{"text":"Von Hippel-Lindau disease"}""", true)]
    [InlineData("""{"text":"Mother with VHL"}""", false)]
    [InlineData("""{"text":"VHL excluded"}""", false)]
    [InlineData("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"Q85.8"}]}""", false)]
    public void Vhl_is_a_diagnosis_of_the_patient(string code, bool expected) =>
        Of(Condition(code)).Vhl.Value().Should().Be(expected);

    [Theory]
    [InlineData("two sites", true, "C7A.010", "C7A.012")]
    [InlineData("the same site twice", false, "C7A.012", "C7A.019")]
    [InlineData("a tumour and its metastasis", false, "C7A.012", "C7B.02")]
    [InlineData("one tumour", false, "C7A.012")]
    public void Tumours_of_different_sites_are_more_than_one(string story, bool expected, params string[] codes) =>
        EventRecord.Picture([.. codes.Select((code, index) => $$"""{"resourceType":"Condition","id":"c{{index}}","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]},"recordedDate":"2025-01-10"}""")])
            .Tumour.Several.Value().Should().Be(expected, story);

    [Theory]
    [InlineData("Multiple pancreatic NETs", true)]
    [InlineData("Multifocal ileal carcinoid tumour", true)]
    [InlineData("Neuroendocrine tumour with multiple liver metastases", false)]
    [InlineData("No evidence of multiple neuroendocrine tumours", false)]
    public void Words_tell_of_more_than_one_tumour(string conclusion, bool expected) =>
        EventRecord.Picture($$"""{"resourceType":"DiagnosticReport","id":"r","status":"final","code":{"text":"MRI"},"effectiveDateTime":"2026-01-01","conclusion":"{{conclusion}}"}""")
            .Tumour.Several.Value().Should().Be(expected);

    [Theory]
    [InlineData("C7B.02", true)]
    [InlineData("C7A.00", true)]
    [InlineData("C7A.095", true)]
    [InlineData("D3A.096", true)]
    [InlineData("C7A.012", false)]
    [InlineData("C7A.8", false)]
    public void Some_codes_leave_the_primary_site_open(string code, bool expected) =>
        EventRecord.Picture($$"""{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]} }""")
            .Tumour.Unplaced.Value().Should().Be(expected);

    private static HeredityFacts Of(params string[] resources) => new(EventRecord.With(resources));

    private static string Condition(string code, string verification = "confirmed") =>
        $$"""{"resourceType":"Condition","id":"c","code":{{code}},"verificationStatus":{"coding":[{"code":"{{verification}}"}]},"recordedDate":"2024-03-12"}""";

    private static string GeneTest(string value) =>
        $$"""{"resourceType":"Observation","id":"g","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"41089-4"}]},"effectiveDateTime":"2026-01-20",{{value}} }""";

    private static string Relative(string parts) =>
        $$"""{"resourceType":"FamilyMemberHistory","id":"f","status":"completed","date":"2026-09-10",{{parts}} }""";
}
