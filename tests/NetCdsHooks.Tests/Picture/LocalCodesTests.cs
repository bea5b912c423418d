using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

/// <summary>Codes that no concept lists: what stands on them is read by its wording, as free text, and the code is named.</summary>
public class LocalCodesTests
{
    private const string Cga = """{"coding":[{"system":"urn:oid:1.2.3","code":"CGA"}],"text":"Chromogranin A (Serum)"}""";
    private const string Dotatate = """{"coding":[{"system":"urn:oid:1.2.3","code":"NM77"}],"text":"68Ga-DOTATATE PET/CT"}""";
    private const string PlainDotatate = """{"text":"68Ga-DOTATATE PET/CT"}""";
    private const string KnownDotatate = """{"coding":[{"system":"http://snomed.info/sct","code":"450436003"}],"text":"68Ga-DOTATATE PET/CT"}""";
    private const string Micrograms = """ "valueQuantity":{"value":400,"unit":"ug/L"} """;

    private static readonly Dictionary<string, Func<ClinicalPicture, IFact>> Facts = new()
    {
        ["cga"] = picture => picture.Markers.ChromograninA,
        ["5-HIAA"] = picture => picture.Markers.FiveHiaa,
        ["NSE"] = picture => picture.Markers.NeuronSpecificEnolase,
        ["Ki-67"] = picture => picture.Pathology.Ki67,
        ["scan"] = picture => picture.Imaging.SstrImaging,
        ["receptors"] = picture => picture.Receptor.Sstr,
    };

    /// <summary>Story; the fact; the resource; how far it is trusted; the codes named, as <c>code concept</c>.</summary>
    public static TheoryData<string, string, string, Confidence, string[]> Recorded => new()
    {
        { "a marker under a local code", "cga", Result(Cga, Micrograms), Confidence.FreeText, ["CGA chromogranin-a"] },
        { "the wording stands in the display", "cga", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"CGA","display":"Chromogranin A"}]}""", Micrograms), Confidence.FreeText, ["CGA chromogranin-a"] },
        { "a code of a public system that no concept lists", "cga", Result("""{"coding":[{"system":"http://loinc.org","code":"99999-9"}],"text":"CgA"}""", Micrograms), Confidence.FreeText, ["99999-9 chromogranin-a"] },
        { "a code without a system", "cga", Result("""{"coding":[{"code":"9811-1"}],"text":"CgA"}""", Micrograms), Confidence.FreeText, ["9811-1 chromogranin-a"] },
        { "two local codes", "cga", Result("""{"coding":[{"system":"urn:a","code":"1"},{"system":"urn:b","code":"2"}],"text":"CgA"}""", Micrograms), Confidence.FreeText, ["1 chromogranin-a", "2 chromogranin-a"] },
        { "a local code beside a mapped one", "cga", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"CGA"},{"system":"http://loinc.org","code":"9811-1"}],"text":"CgA"}""", Micrograms), Confidence.Coded, [] },
        { "a mapped code", "cga", Result("""{"coding":[{"system":"http://loinc.org","code":"9811-1"}],"text":"CgA"}""", Micrograms), Confidence.Coded, [] },
        { "words alone", "cga", Result("""{"text":"CgA"}""", Micrograms), Confidence.FreeText, [] },
        { "a part of a panel", "cga", Panel(Cga), Confidence.FreeText, ["CGA chromogranin-a"] },
        { "5-HIAA in serum", "5-HIAA", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"H"}],"text":"5-HIAA (serum)"}""", Micrograms), Confidence.FreeText, ["H five-hiaa-plasma"] },
        { "5-HIAA in blood", "5-HIAA", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"H"}],"text":"5-HIAA (blood)"}""", Micrograms), Confidence.FreeText, ["H five-hiaa-plasma"] },
        { "5-HIAA in urine", "5-HIAA", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"H"}],"text":"5-hydroxyindoleacetic acid, 24 h urine"}""", Micrograms), Confidence.FreeText, ["H five-hiaa-urine-excretion"] },
        { "neuron-specific enolase", "NSE", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"N"}],"text":"NSE"}""", Micrograms), Confidence.FreeText, ["N neuron-specific-enolase"] },
        { "Ki-67", "Ki-67", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"K"}],"text":"Ki-67 proliferation index"}""", """ "valueQuantity":{"value":4,"unit":"%"} """), Confidence.FreeText, ["K ki67"] },
        { "Ki-67, as MIB-1 and a text", "Ki-67", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"K"}],"text":"MIB-1"}""", """ "valueString":"ca. 4 %" """), Confidence.FreeText, ["K ki67"] },
        { "a result of receptor imaging", "receptors", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"S"}],"text":"SSTR status"}""", """ "valueString":"positive" """), Confidence.FreeText, ["S sstr-result"] },
        { "a report of a receptor scan", "scan", Report(Dotatate), Confidence.FreeText, ["NM77 sstr-imaging"] },
        { "a report in a category of its own", "scan", Report(Dotatate, """ ,"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"NMR"}]}] """), Confidence.FreeText, ["NM77 sstr-imaging"] },
        { "a report in words with a category", "scan", Report(PlainDotatate, """ ,"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"RAD"}]}] """), Confidence.FreeText, [] },
        { "a report under a code for PET", "scan", Report(KnownDotatate), Confidence.Coded, [] },
        { "a procedure", "scan", Procedure(Dotatate), Confidence.FreeText, ["NM77 sstr-imaging"] },
        { "a procedure under a code for PET", "scan", Procedure(KnownDotatate), Confidence.Coded, [] },
        { "a completed order", "scan", $$"""{"resourceType":"ServiceRequest","status":"completed","intent":"order","occurrenceDateTime":"2026-02-01","code":{{Dotatate}} }""", Confidence.FreeText, ["NM77 sstr-imaging"] },
        { "an image study", "scan", Study(Dotatate), Confidence.FreeText, ["NM77 sstr-imaging"] },
        { "an image study under a code for PET", "scan", Study(KnownDotatate), Confidence.Coded, [] },
        { "an image study whose description says so beside its DICOM codes", "scan", Study(Dotatate, "DOTATATE whole body"), Confidence.Coded, ["NM77 sstr-imaging"] },
        { "an image study that only its description names", "scan", Study("""{"coding":[{"system":"urn:oid:1.2.3","code":"NM77"}]}""", "DOTATATE whole body"), Confidence.Coded, [] },
    };

    /// <summary>Story; the resource.</summary>
    public static TheoryData<string, string> Silent => new()
    {
        { "a code that looks like nothing that is asked for", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"NA"}],"text":"Sodium"}""", Micrograms) },
        { "no wording at all", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"CGA"}]}""", Micrograms) },
        { "wording that is excluded", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"X"}],"text":"Chromogranin A in tissue"}""", """ "valueString":"positive" """) },
        { "breast Ki-67", Result("""{"coding":[{"system":"urn:oid:1.2.3","code":"X"}],"text":"Ki-67, breast"}""", """ "valueString":"4 %" """) },
        { "a code that a concept excludes", Result("""{"coding":[{"system":"http://loinc.org","code":"53047-7"}],"text":"Chromogranin A"}""", Micrograms) },
        { "an image study with another tracer in its description", Study("""{"coding":[{"system":"urn:oid:1.2.3","code":"GA"}],"text":"Ga-68 PET"}""", "PSMA") },
        { "a therapy with the same substance", Procedure("""{"coding":[{"system":"urn:oid:1.2.3","code":"T"}],"text":"Lu-177 DOTATATE therapy"}""") },
        { "a CT that mentions the tracer", $$"""{"resourceType":"ImagingStudy","status":"available","started":"2026-01-01","modality":[{"code":"CT"}],"procedureCode":[{{Dotatate}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void What_stands_under_a_local_code_is_used_as_free_text_and_the_code_is_named(
        string story, string fact, string resource, Confidence confidence, string[] named)
    {
        var picture = EventRecord.Picture(resource);
        var found = Facts[fact](picture);

        found.WhyUnknown.Should().BeNull("{0} is recorded", story);
        found.Confidence().Should().Be(confidence, story);
        picture.UnmappedCodes.Select(code => $"{code.Code} {code.ConceptId}").Should().Equal(named, story);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Other_codes_are_not_named(string story, string resource) => EventRecord.Picture(resource).UnmappedCodes.Should().BeEmpty(story);

    [Fact]
    public void A_code_is_named_once_with_its_system_and_nothing_else()
    {
        var picture = EventRecord.Picture(Result(Cga, Micrograms), Result(Cga, Micrograms), Report(Dotatate), Procedure(Dotatate));

        picture.UnmappedCodes.Should().Equal(
            new UnmappedCode("urn:oid:1.2.3", "CGA", "chromogranin-a"), new UnmappedCode("urn:oid:1.2.3", "NM77", "sstr-imaging"));
    }

    [Fact]
    public void A_result_under_a_local_code_that_cannot_be_used_was_measured_all_the_same()
    {
        var picture = EventRecord.Picture(Result(Cga, """ "dataAbsentReason":{"text":"unknown"} """));

        picture.Markers.ChromograninA.WhyUnknown.Should().Be(UnknownReason.Unusable, "it is not the same as never measured");
    }

    private static string Result(string code, string value) =>
        $$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-03-01","code":{{code}},{{value}} }""";

    private static string Panel(string code) =>
        $$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-03-01","code":{"text":"Panel"},"component":[{"code":{{code}},{{Micrograms}} }]}""";

    private static string Report(string code, string rest = "") =>
        $$"""{"resourceType":"DiagnosticReport","status":"final","effectiveDateTime":"2026-03-01","code":{{code}}{{rest}} }""";

    private static string Procedure(string code) =>
        $$"""{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-03-01","code":{{code}} }""";

    private static string Study(string code, string? description = null) =>
        $$"""
        {"resourceType":"ImagingStudy","status":"available","started":"2026-03-01","modality":[{"code":"PT"},{"code":"CT"}],
         {{(description is null ? "" : $"\"description\":\"{description}\",")}}"procedureCode":[{{code}}]}
        """;
}
