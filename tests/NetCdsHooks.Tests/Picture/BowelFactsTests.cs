using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class BowelFactsTests
{
    private static readonly CodeableConcept Lanreotide = Code(Atc, "H01CB03");
    private static readonly CodeableConcept CarcinoidDiarrhoea = Code(Snomed, "734884008");

    private static Dictionary<string, (Resource[] Record, DiarrhoeaOnSsa Expected)> Diarrhoeas => new()
    {
        ["nothing"] = ([], DiarrhoeaOnSsa.No),
        ["no analogue"] = ([Complaint("c", CarcinoidDiarrhoea, "2026-10-01")], DiarrhoeaOnSsa.No),
        ["after the start"] = ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, "2026-10-01")], DiarrhoeaOnSsa.Yes),
        ["by ICD"] = ([Order("m", "active", Lanreotide), Complaint("c", Code(Icd, "R19.7"), "2026-10-01")], DiarrhoeaOnSsa.Yes),
        ["by name"] = ([Order("m", "active", Lanreotide), Complaint("c", Words("Chronic diarrhea"), "2026-10-01")], DiarrhoeaOnSsa.Yes),
        ["before the start"] = ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, "2025-10-01")], DiarrhoeaOnSsa.No),
        ["begun before, recorded again after"] =
            ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, "2026-10-01") with { OnsetDateTime = "2025-01-01" }], DiarrhoeaOnSsa.Yes),
        ["undated"] = ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, null)], DiarrhoeaOnSsa.Undated),
        ["in the month of the start"] = ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, "2026-01")], DiarrhoeaOnSsa.Undated),
        ["start of the analogue not recorded"] =
            ([Order("m", "active", Lanreotide) with { AuthoredOn = null }, Complaint("c", CarcinoidDiarrhoea, "2026-10-01")], DiarrhoeaOnSsa.Undated),
        ["resolved"] = ([Order("m", "active", Lanreotide), Complaint("c", CarcinoidDiarrhoea, "2026-10-01", "resolved")], DiarrhoeaOnSsa.No),
        ["of travellers"] = ([Order("m", "active", Lanreotide), Complaint("c", Words("Traveller's diarrhoea"), "2026-10-01")], DiarrhoeaOnSsa.No),
        ["one before and one after"] =
            ([Order("m", "active", Lanreotide), Complaint("b", CarcinoidDiarrhoea, "2025-10-01"), Complaint("c", CarcinoidDiarrhoea, "2026-10-01")], DiarrhoeaOnSsa.Yes),
    };

    public static TheoryData<string> DiarrhoeaStories => [.. Diarrhoeas.Keys];

    [Theory]
    [MemberData(nameof(DiarrhoeaStories))]
    public void Diarrhoea_under_the_analogue(string story) =>
        SomeChart.Picture(Diarrhoeas[story].Record).Bowel.DiarrhoeaOnSsa.Value().Should().Be(Diarrhoeas[story].Expected, story);

    private static Dictionary<string, (Resource[] Record, bool Obstruction, bool Constipation)> Complaints => new()
    {
        ["nothing"] = ([], false, false),
        ["ileus by code"] = ([Complaint("c", Code(Icd, "K56.60"), "2026-10-01")], true, false),
        ["resolved"] = ([Complaint("c", Code(Icd, "K56.60"), "2026-10-01", "resolved")], false, false),
        ["suspected"] = ([Complaint("c", Code(Icd, "K56.60"), "2026-10-01") with { VerificationStatus = Words("provisional") }], false, false),
        ["in words"] = ([Complaint("c", Words("Small bowel obstruction"), "2026-10-01")], true, false),
        ["denied in words"] = ([Complaint("c", Words("No bowel obstruction"), "2026-10-01")], false, false),
        ["severe constipation"] = ([Complaint("c", Words("Severe constipation"), "2026-10-01")], false, true),
        ["constipation"] = ([Complaint("c", Words("Constipation"), "2026-10-01")], false, false),
    };

    public static TheoryData<string> ComplaintStories => [.. Complaints.Keys];

    [Theory]
    [MemberData(nameof(ComplaintStories))]
    public void Obstruction_and_constipation(string story)
    {
        var (record, obstruction, constipation) = Complaints[story];

        var bowel = SomeChart.Picture(record).Bowel;

        bowel.Obstruction.Value().Should().Be(obstruction, story);
        bowel.SevereConstipation.Value().Should().Be(constipation, story);
    }

    [Fact]
    public void A_failed_problem_list_leaves_complaints_open()
    {
        var bowel = SomeChart.PictureWithGaps([DataNeed.Conditions], Order("m", "active", Lanreotide)).Bowel;

        bowel.DiarrhoeaOnSsa.Missing.Should().Equal("conditions");
        bowel.Obstruction.Missing.Should().Equal("conditions");
    }

    [Fact]
    public void Without_diarrhoea_nothing_needs_to_be_known_of_the_analogue() =>
        SomeChart.PictureWithGaps([DataNeed.MedicationRequests, DataNeed.MedicationStatements]).Bowel.DiarrhoeaOnSsa.Value().Should().Be(DiarrhoeaOnSsa.No);

    private static Condition Complaint(string id, CodeableConcept code, string? recorded, string status = "active") =>
        new() { Id = id, Code = code, RecordedDate = recorded, ClinicalStatus = new() { Coding = [new("http://terminology.hl7.org/CodeSystem/condition-clinical", status)] } };
}
