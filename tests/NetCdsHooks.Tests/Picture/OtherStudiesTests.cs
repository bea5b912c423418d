using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class OtherStudiesTests
{
    public static TheoryData<string, string, bool> Endoscopies => new()
    {
        { "colonoscopy by code", Procedure("""{"coding":[{"system":"http://snomed.info/sct","code":"73761001"}]}"""), true },
        { "gastroscopy in words", Procedure("""{"text":"Gastroscopy with biopsy"}"""), true },
        { "report of an EGD", Report("EGD", "No ulcer."), true },
        { "endoscopic ultrasound", Procedure("""{"text":"Endoscopic ultrasound of the pancreas"}"""), false },
        { "CT colonography", Procedure("""{"text":"CT colonography"}"""), false },
        { "colonoscopy declined", Procedure("""{"text":"Colonoscopy declined"}"""), false },
        { "colonoscopy not done", Procedure("""{"text":"Colonoscopy"}""", "not-done"), false },
    };

    public static TheoryData<string, string, bool?> FdgScans => new()
    {
        { "study", Study("PT,CT", "FDG PET/CT"), true },
        { "tracer by code", """{"resourceType":"ImagingStudy","status":"available","started":"2026-01-01","modality":[{"code":"PT"}],"procedureCode":[{"coding":[{"system":"http://snomed.info/sct","code":"35321007"}]}]}""", true },
        { "tracer only in the conclusion", Report("PET/CT", "Intense FDG uptake in the liver."), true },
        { "receptor PET that mentions an FDG PET", Report("DOTATATE PET/CT", "Compared with the FDG PET of May."), false },
        { "receptor PET", Study("PT,CT", "Ga-68 DOTATATE"), false },
        { "PET of another tracer", Study("PT,CT", "PSMA PET/CT"), false },
        { "PET whose tracer is not told", Study("PT,CT", "PET/CT whole body"), null },
        { "CT that mentions an FDG PET", Study("CT", "CT abdomen, compared with FDG PET"), false },
        { "nothing", """{"resourceType":"Basic"}""", false },
    };

    public static TheoryData<string, string, bool> Echoes => new()
    {
        { "by SNOMED CT", Procedure("""{"coding":[{"system":"http://snomed.info/sct","code":"433236007"}]}"""), true },
        { "by CPT", Procedure("""{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"93306"}]}"""), true },
        { "study in words", Study("US", "Transthoracic echocardiography"), true },
        { "electrocardiogram", Procedure("""{"text":"Electrocardiogram"}"""), false },
        { "ultrasound of the liver", Study("US", "Ultrasound liver"), false },
    };

    [Theory]
    [MemberData(nameof(Endoscopies))]
    public void Colonoscopy_and_gastroscopy_are_endoscopies(string story, string resource, bool expected) =>
        Images(resource).Endoscopy.Ever.Value().Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(FdgScans))]
    public void An_fdg_pet_is_known_by_its_tracer(string story, string resource, bool? expected)
    {
        var ever = Images(resource).FdgPet.Ever;

        if (expected is { } known)
            ever.Value().Should().Be(known, story);
        else
            ever.WhyUnknown.Should().Be(UnknownReason.Unusable, story);
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public void Echocardiography_is_found_by_code_and_by_name(string story, string resource, bool expected) =>
        Images(resource).Echocardiography.Ever.Value().Should().Be(expected, story);

    [Theory]
    [InlineData(DataNeed.Imaging)]
    [InlineData(DataNeed.Reports)]
    [InlineData(DataNeed.Procedures)]
    [InlineData(DataNeed.ServiceRequests)]
    public void A_failed_query_never_means_never(DataNeed need)
    {
        var images = new TumourImages(EventRecord.WithGaps([need]), null);

        images.Endoscopy.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.FdgPet.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.Echocardiography.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.Pancreas.Last.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void The_last_one_gives_its_day_as_precisely_as_recorded()
    {
        var picture = EventRecord.Picture(
            Procedure("""{"text":"Colonoscopy"}""", date: "2021-05"), Procedure("""{"text":"Gastroscopy"}""", date: "2019-01-02"),
            Study("PT", "FDG PET", "2026-03-04"), Study("US", "Echocardiography", "2025-06-07"));

        picture.Imaging.LastEndoscopy.Value().ToString().Should().Be("2021-05");
        picture.Imaging.LastFdgPet.Value().ToString().Should().Be("2026-03-04");
        picture.Imaging.LastEchocardiography.Value().ToString().Should().Be("2025-06-07");
    }

    [Theory]
    [InlineData("MR", "MRI abdomen", "2026-01-01")]
    [InlineData("US", "Endosonography", "2026-01-01")]
    [InlineData("CT", "CT chest", null)]
    [InlineData("PT,CT", "DOTATATE PET/CT", null)]
    public void Ct_mri_and_endosonography_of_the_abdomen_show_the_pancreas(string modality, string description, string? day)
    {
        var last = EventRecord.Picture(Study(modality, description)).Imaging.LastPancreaticImaging;

        if (day is not null)
            last.Value().ToString().Should().Be(day);
        else
            last.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void An_image_of_the_pancreas_without_a_date_is_not_none()
    {
        var last = EventRecord.Picture(Study("MR", "MRI abdomen").Replace("\"started\"", "\"_started\"", StringComparison.Ordinal)).Imaging.LastPancreaticImaging;

        last.WhyUnknown.Should().Be(UnknownReason.Unusable);
    }

    private static TumourImages Images(params string[] resources) => new(EventRecord.With(resources), null);

    private static string Procedure(string code, string status = "completed", string date = "2025-05-01") =>
        $$"""{"resourceType":"Procedure","status":"{{status}}","performedDateTime":"{{date}}","code":{{code}} }""";

    private static string Study(string modalities, string description, string started = "2026-01-01") =>
        $$"""
        {"resourceType":"ImagingStudy","status":"available","started":"{{started}}","description":"{{description}}",
         "modality":[{{string.Join(',', modalities.Split(',').Select(modality => $"{{\"code\":\"{modality}\"}}"))}}]}
        """;

    private static string Report(string name, string conclusion) =>
        $$"""{"resourceType":"DiagnosticReport","status":"final","effectiveDateTime":"2026-01-01","code":{"text":"{{name}}"},"conclusion":"{{conclusion}}"}""";
}
