using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public sealed class ReceptorFactsTests
{
    public static TheoryData<string, Resource[], SstrResult?> Results => new()
    {
        { "nothing", [], null },
        { "Krenning 4", [Sstr("Krenning score 4")], SstrResult.Positive },
        { "Krenning 3", [Sstr("Krenning 3")], SstrResult.Positive },
        { "Krenning 2", [Sstr("Krenning score 2")], SstrResult.Negative },
        { "Krenning 0", [Sstr("Negative, Krenning score 0")], SstrResult.Negative },
        { "the score as a number", [Result("s", Text("Krenning score")) with { ValueInteger = 4 }], SstrResult.Positive },
        { "the score as a low number", [Result("s", Text("Krenning score")) with { ValueQuantity = new() { Value = 1 } }], SstrResult.Negative },
        { "positive", [Result("s", Text("SSTR2 immunohistochemistry")) with { ValueCodeableConcept = Text("Positive") }], SstrResult.Positive },
        { "negative", [Result("s", Text("SSTR2 immunohistochemistry")) with { ValueCodeableConcept = Text("Negative") }], SstrResult.Negative },
        { "mixed", [Sstr("Mixed")], SstrResult.Mixed },
        { "report: avid", [Report("All liver lesions DOTATATE avid.")], SstrResult.Positive },
        { "report: not avid", [Report("The lesion is not DOTATATE avid.")], SstrResult.Negative },
        { "report: no evidence of receptor-positive disease", [Report("No evidence of somatostatin receptor positive disease.")], SstrResult.Negative },
        { "report: not receptor-positive", [Report("The pancreatic lesion is not somatostatin-receptor positive.")], SstrResult.Negative },
        { "report: no lesion with uptake", [Report("Physiological DOTATATE uptake in spleen and adrenals. No lesions with pathological tracer uptake.")], SstrResult.Negative },
        { "report: physiological uptake says nothing of the tumour", [Report("Physiologic DOTATATE uptake in spleen and kidneys.")], null },
        { "report: physiological uptake beside an avid lesion", [Report("Physiological tracer uptake in the spleen. Intense DOTATATE uptake in the pancreatic tail.")], SstrResult.Positive },
        { "report: no uptake", [Report("No DOTATATE uptake in the liver lesion.")], SstrResult.Negative },
        { "report: some and some", [Report("Liver lesions DOTATATE avid; bone lesion without uptake.")], null },
        { "a clear result of the same day", [Report("Liver lesions DOTATATE avid; no uptake elsewhere."), Sstr("Krenning score 4")], SstrResult.Positive },
        { "report: an organ without lesions", [Report("Intense DOTATATE uptake in multiple liver metastases. Bones negative.")], SstrResult.Positive },
        { "report: several organs", [Report("DOTATATE-avid liver lesions. Lungs, brain and lymph nodes are negative.")], SstrResult.Positive },
        { "report: negative for", [Report("DOTATATE-avid liver lesions. Negative for bone metastases.")], SstrResult.Positive },
        { "report: no uptake in an organ", [Report("DOTATATE-avid liver lesions. No uptake in the bones.")], SstrResult.Positive },
        { "report: no uptake elsewhere", [Report("DOTATATE-avid liver lesions, no uptake elsewhere.")], SstrResult.Positive },
        { "report: lesions that differ", [Report("DOTATATE-avid liver lesions. Bone lesions negative.")], null },
        { "report: the tumour itself", [Report("DOTATATE-avid liver lesions. Primary negative.")], null },
        { "report: a lesion without uptake", [Report("DOTATATE-avid bone lesions. No uptake in the liver lesion.")], null },
        { "report: nothing but free organs", [Report("DOTATATE scan: bones negative.")], SstrResult.Negative },
        { "two reports of one day", [Report("Intense DOTATATE uptake in the liver. Bones negative."), Report("Negative DOTATATE scan.") with { Id = "q" }], null },
        { "report of another scan", [Report("Liver lesions avid, intense uptake.", "FDG PET/CT")], null },
        { "report of a PSMA scan", [Report("Intense uptake.", "68Ga-PSMA PET/CT")], null },
        { "the latest study counts", [Sstr("Krenning score 4", "2025-05-15"), Sstr("Negative, Krenning score 0", "2026-03-17", "t")], SstrResult.Negative },
        { "a report that tells nothing does not hide the last result", [Sstr("Krenning score 4", "2025-05-15"), Report("See previous report.")], SstrResult.Positive },
        { "entered in error", [Sstr("Krenning score 4") with { Status = "entered-in-error" }], null },
        { "in the future", [Sstr("Krenning score 4", "2027-01-03")], null },
        { "cancelled report", [Report("DOTATATE avid.") with { Status = "cancelled" }], null },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Receptors_are_read_from_results_and_reports(string story, Resource[] resources, SstrResult? expected) =>
        ((Of(resources).Receptor.Sstr as Fact<SstrResult>.Known)?.Value).Should().Be(expected, story);

    [Fact]
    public void Positive_and_negative_in_one_report_or_on_one_day_exclude_each_other()
    {
        Of(Report("Liver lesions DOTATATE avid; bone lesion without uptake.")).Receptor.Sstr.WhyUnknown.Should().Be(UnknownReason.Conflicting);
        Of(Sstr("Krenning score 4"), Sstr("Krenning score 0", id: "t")).Receptor.Sstr.WhyUnknown.Should().Be(UnknownReason.Conflicting);
    }

    [Fact]
    public void A_contradictory_latest_study_is_not_replaced_by_an_older_one() =>
        Of(Sstr("Krenning score 4", "2020-01-01"), Report("Liver lesions DOTATATE avid; bone lesion without uptake."))
            .Receptor.Sstr.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    [Fact]
    public void Results_recognised_by_name_and_reports_are_free_text()
    {
        Of(Sstr("Krenning score 4")).Receptor.Sstr.Evidence.Should().OnlyContain(evidence => evidence.Confidence == Confidence.FreeText);
        Of(Report("DOTATATE avid.")).Receptor.Sstr.Evidence.Should().OnlyContain(evidence => evidence.Confidence == Confidence.FreeText);
    }

    [Fact]
    public void The_latest_result_is_unknown_when_reports_could_not_be_retrieved()
    {
        var sstr = new TumourRecord().With(Sstr("Krenning score 4")).Missing(DataNeed.Reports).Picture().Receptor.Sstr;

        sstr.Missing.Should().Equal("reports");
        sstr.Evidence.Should().ContainSingle();
    }

    [Fact]
    public void A_report_that_belongs_to_a_receptor_study_is_read_whatever_its_name() =>
        Of(
            new ImagingStudy
            {
                Id = "pet",
                Status = "available",
                Started = "2026-03-17",
                Description = "68Ga-DOTATATE PET/CT",
                Modality = [new("http://dicom.nema.org/resources/ontology/DCM", "PT")],
            },
            Report("Lesion DOTATATE avid.", "PET/CT") with { ImagingStudy = [new Reference { Target = "ImagingStudy/pet" }] })
            .Receptor.Sstr.Should().BeOfType<Fact<SstrResult>.Known>().Which.Value.Should().Be(SstrResult.Positive);

    private static Observation Sstr(string value, string date = "2026-03-17", string id = "s") =>
        ResultText(id, Text("Somatostatin receptor PET result"), value, date);

    private static DiagnosticReport Report(string conclusion, string name = "68Ga-DOTATATE PET/CT") =>
        new() { Id = "r", Status = "final", Code = Snomed("450436003", name), EffectiveDateTime = "2026-03-17", Conclusion = conclusion };
}
