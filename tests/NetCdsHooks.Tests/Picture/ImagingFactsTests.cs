using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class ImagingFactsTests
{
    private const string CtAbdomen = """{"resourceType":"ImagingStudy","id":"ct","status":"available","started":"2025-12-01","modality":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}],"description":"CT abdomen and pelvis"}""";
    private const string PetCt = """{"resourceType":"ImagingStudy","id":"pet","status":"available","started":"2026-04-02","modality":[{"code":"PT"},{"code":"CT"}],"description":"Ga-68 DOTATATE whole body"}""";
    private const string MrBrain = """{"resourceType":"ImagingStudy","id":"brain","status":"available","started":"2026-01-01","modality":[{"code":"MR"}],"description":"MRI brain"}""";

    public static TheoryData<string, string, PrimarySite?, bool> CrossSections => new()
    {
        { "CT of the abdomen", CtAbdomen, PrimarySite.SmallIntestine, true },
        { "CT of the abdomen, primary unknown", CtAbdomen, null, true },
        { "CT of the abdomen only, lung primary", CtAbdomen, PrimarySite.Lung, false },
        { "brain MRI only", MrBrain, PrimarySite.Pancreas, false },
        { "PET/CT only", PetCt, PrimarySite.Pancreas, false },
        { "SPECT/CT only", Study("2026-04-02", "NM,CT", "Octreotide scan with SPECT/CT"), PrimarySite.Pancreas, false },
        { "modality stated by the series", """{"resourceType":"ImagingStudy","id":"x","status":"available","started":"2026-01-01","series":[{"modality":{"code":"MR"},"bodySite":{"system":"http://snomed.info/sct","code":"10200004"}}]}""", PrimarySite.Pancreas, true },
        { "a report object beside the images", Study("2026-01-01", "CT,SR", "abdomen"), PrimarySite.Pancreas, true },
        { "no images, only a document", Study("2026-01-01", "SR", "CT abdomen report"), PrimarySite.Pancreas, false },
        { "radiotherapy planning objects", Study("2026-01-01", "RTSTRUCT", "CT abdomen planning"), PrimarySite.Pancreas, false },
        { "modality not told, description does", Study("2026-01-01", "OT", "CT abdomen from outside"), PrimarySite.Pancreas, true },
        { "region by code of the series", """{"resourceType":"ImagingStudy","id":"x","status":"available","started":"2026-01-01","modality":[{"code":"CT"}],"series":[{"bodySite":{"system":"http://snomed.info/sct","code":"816094009"}}]}""", PrimarySite.Lung, true },
        { "chest CT, gut primary", Study("2026-01-01", "CT", "CT chest"), PrimarySite.SmallIntestine, false },
        { "chest, abdomen and pelvis, lung primary", Study("2026-01-01", "CT", "CT chest, abdomen and pelvis"), PrimarySite.Lung, true },
        { "chest, abdomen and pelvis, gut primary", Study("2026-01-01", "CT", "CT CAP"), PrimarySite.Appendix, true },
        { "region not stated", Study("2026-01-01", "CT", "CT with contrast"), PrimarySite.Pancreas, true },
        { "pancreatic head is no head", Study("2026-01-01", "MR", "MRI head of pancreas"), PrimarySite.Pancreas, true },
        { "registered, not done yet", Study("2026-01-01", "CT", "CT abdomen", "registered"), PrimarySite.Pancreas, false },
        { "cancelled", Study("2026-01-01", "CT", "CT abdomen", "cancelled"), PrimarySite.Pancreas, false },
        { "entered in error", Study("2026-01-01", "CT", "CT abdomen", "entered-in-error"), PrimarySite.Pancreas, false },
        { "starts in the future", Study("2027-01-03", "CT", "CT abdomen"), PrimarySite.Pancreas, false },
        { "unknown status with images in the past", """{"resourceType":"ImagingStudy","status":"unknown","started":"2026-01-01","numberOfInstances":400,"modality":[{"code":"CT"}],"description":"abdomen"}""", PrimarySite.Pancreas, true },
        { "unknown status without images", """{"resourceType":"ImagingStudy","status":"unknown","started":"2026-01-01","numberOfInstances":0,"modality":[{"code":"CT"}],"description":"abdomen"}""", PrimarySite.Pancreas, false },
        { "unknown status without a date", """{"resourceType":"ImagingStudy","status":"unknown","numberOfInstances":9,"modality":[{"code":"CT"}],"description":"abdomen"}""", PrimarySite.Pancreas, false },
        { "report of a CT", Report("2026-01-01", "CT abdomen"), PrimarySite.Pancreas, true },
        { "report of a CT, cancelled", Report("2026-01-01", "CT abdomen", "cancelled"), PrimarySite.Pancreas, false },
        { "report of a CT-guided biopsy", Report("2026-01-01", "CT-guided biopsy of liver"), PrimarySite.Pancreas, false },
        { "report of a CT-guided biopsy in German", Report("2026-01-01", "Leberbiopsie CT-gesteuert"), PrimarySite.Pancreas, false },
        { "report of a biopsy by CT", Report("2026-01-01", "CT biopsy of liver"), PrimarySite.Pancreas, false },
        { "procedure by code with a body site", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":"113091000"}]},"bodySite":[{"coding":[{"system":"http://snomed.info/sct","code":"818981001"}]}]}""", PrimarySite.Pancreas, true },
        { "procedure in preparation", """{"resourceType":"Procedure","status":"preparation","code":{"text":"CT abdomen"}}""", PrimarySite.Pancreas, false },
        { "completed order", """{"resourceType":"ServiceRequest","status":"completed","intent":"order","occurrenceDateTime":"2026-02-01","code":{"text":"MRI liver"}}""", PrimarySite.Pancreas, true },
        { "active order", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"MRI liver"}}""", PrimarySite.Pancreas, false },
        { "proposal", """{"resourceType":"ServiceRequest","status":"completed","intent":"proposal","code":{"text":"MRI liver"}}""", PrimarySite.Pancreas, false },
    };

    public static TheoryData<string, string, bool> SstrScans => new()
    {
        { "DOTATATE PET/CT", PetCt, true },
        { "octreotide scan", Study("2020-01-01", "NM", "Octreotide scan"), true },
        { "tracer by code", """{"resourceType":"ImagingStudy","status":"available","started":"2026-01-01","modality":[{"code":"PT"}],"procedureCode":[{"coding":[{"system":"http://snomed.info/sct","code":"724025002"}]}]}""", true },
        { "report by LOINC", """{"resourceType":"DiagnosticReport","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"39828-9"}]},"effectiveDateTime":"2026-01-01"}""", true },
        { "tracer only in the conclusion of a PET", """{"resourceType":"DiagnosticReport","status":"final","code":{"text":"PET/CT"},"effectiveDateTime":"2026-01-01","conclusion":"Ga-68 DOTATOC uptake in the ileum."}""", true },
        { "FDG PET that mentions a DOTATATE PET", """{"resourceType":"DiagnosticReport","status":"final","code":{"text":"FDG PET/CT"},"effectiveDateTime":"2026-01-01","conclusion":"Compared with DOTATATE of 2023."}""", false },
        { "Ga-68 PSMA", Study("2026-01-01", "PT,CT", "Ga-68 PSMA PET/CT"), false },
        { "Ga-68 in the code, PSMA in the description", """{"resourceType":"ImagingStudy","status":"available","started":"2026-01-01","modality":[{"code":"PT"}],"procedureCode":[{"text":"Ga-68 PET"}],"description":"PSMA"}""", false },
        { "FDG PET", Study("2026-01-01", "PT,CT", "FDG PET/CT"), false },
        { "CT after PRRT", Study("2026-01-01", "CT", "CT abdomen, receptor PET to follow, DOTATATE"), false },
        { "receptor stain in pathology", Report("2026-01-01", "Histology with SSTR2A immunostain"), false },
        { "PRRT", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"text":"Lu-177 DOTATATE therapy cycle 2"}}""", false },
        { "procedure in words", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-01-01","code":{"text":"Gallium-68 DOTATATE PET"}}""", true },
    };

    [Theory]
    [MemberData(nameof(CrossSections))]
    public void A_ct_or_mri_of_the_region_of_the_tumour_is_cross_sectional_imaging(string story, string resource, PrimarySite? site, bool expected) =>
        Images(site, resource).CrossSectional.Ever.Value().Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(SstrScans))]
    public void Receptor_imaging_is_a_pet_or_scintigram_with_a_receptor_tracer(string story, string resource, bool expected) =>
        Images(null, resource).Sstr.Ever.Value().Should().Be(expected, story);

    [Theory]
    [InlineData(DataNeed.Imaging)]
    [InlineData(DataNeed.Reports)]
    [InlineData(DataNeed.Procedures)]
    [InlineData(DataNeed.ServiceRequests)]
    public void A_failed_query_never_means_that_no_image_was_made(DataNeed need)
    {
        var images = new TumourImages(EventRecord.WithGaps([need]), null);

        images.CrossSectional.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.CrossSectional.Last.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.Sstr.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.Endosonography.Ever.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.PetCtOnly.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void A_found_image_stays_found_when_another_query_failed_but_it_need_not_be_the_last()
    {
        var images = new TumourImages(EventRecord.WithGaps([DataNeed.Reports], CtAbdomen), null);

        images.CrossSectional.Ever.Value().Should().BeTrue();
        images.CrossSectional.Last.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        images.CrossSectional.Dated.Should().HaveCount(1);
    }

    [Fact]
    public void In_an_answered_record_without_images_there_was_none()
    {
        Images(null).CrossSectional.Ever.Value().Should().BeFalse();
        Images(null).CrossSectional.Last.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
    }

    [Fact]
    public void An_unreadable_image_study_leaves_it_open() =>
        Images(null, """{"resourceType":"ImagingStudy","id":"x","status":"available","started":7,"modality":"CT"}""")
            .CrossSectional.Ever.WhyUnknown.Should().Be(UnknownReason.Unreadable);

    /// <summary>Story; the study; whether it holds for a tumour of the lung as well.</summary>
    [Theory]
    [InlineData("the abdomen alone", "CT abdomen and pelvis", false)]
    [InlineData("the chest alone", "CT chest", false)]
    [InlineData("both", "CT chest, abdomen and pelvis", true)]
    public void While_the_site_cannot_be_read_an_image_counts_only_where_it_would_for_every_site(string story, string study, bool isSure)
    {
        var images = EventRecord.Picture(
            """{"resourceType":"Condition","id":"tumour","code":{"coding":"C7A.090"}}""",
            """{"resourceType":"Condition","id":"liver","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C7B.02"}]}}""",
            $$"""{"resourceType":"ImagingStudy","id":"ct","status":"available","started":"2026-05-01","modality":[{"code":"CT"}],"description":"{{study}}"}""").Imaging;

        (images.CrossSectional is Fact<bool>.Known).Should().Be(isSure, story);
        (images.LastCrossSectional is Fact<ImagingDone>.Known).Should().Be(isSure, story);
        if (!isSure)
            images.CrossSectional.WhyUnknown.Should().Be(UnknownReason.Unreadable, story);
    }

    [Fact]
    public void A_ct_that_was_broken_off_is_neither_done_nor_never_done() =>
        Images(null, """{"resourceType":"Procedure","status":"stopped","performedDateTime":"2026-01-01","code":{"text":"CT abdomen"}}""")
            .CrossSectional.Ever.WhyUnknown.Should().Be(UnknownReason.Unusable);

    [Fact]
    public void The_last_image_is_told_with_kind_day_and_whether_its_region_is_known()
    {
        var last = Images(PrimarySite.Pancreas, CtAbdomen, Study("2026-04-10", "MR", "MRI with contrast")).CrossSectional.Last;

        last.Value().Should().Be(new ImagingDone(Modality.Mri, EventRecord.Day("2026-04-10"), RegionKnown: false));
        last.Evidence.Should().ContainSingle().Which.Confidence.Should().Be(Confidence.Coded);
    }

    [Fact]
    public void The_brain_is_not_the_last_image_of_the_abdomen() =>
        Images(PrimarySite.Pancreas, CtAbdomen, MrBrain).CrossSectional.Last.Value().Modality.Should().Be(Modality.Ct);

    [Fact]
    public void A_month_is_kept_as_a_month() =>
        Images(null, Study("2026-03", "CT", "abdomen")).CrossSectional.Last.Value().Date.ToString().Should().Be("2026-03");

    [Fact]
    public void A_study_and_its_report_are_one_event_and_the_report_gives_the_missing_day()
    {
        var images = Images(
            null,
            """{"resourceType":"ImagingStudy","id":"s1","status":"available","modality":[{"code":"CT"}]}""",
            """{"resourceType":"DiagnosticReport","id":"r1","status":"final","code":{"text":"CT abdomen"},"effectiveDateTime":"2026-02-03","imagingStudy":[{"reference":"ImagingStudy/s1"}]}""");

        images.CrossSectional.Dated.Should().Equal(new ImagingDone(Modality.Ct, EventRecord.Day("2026-02-03"), RegionKnown: true));
        images.CrossSectional.Last.Confidence().Should().Be(Confidence.Coded);
    }

    [Fact]
    public void A_report_of_the_same_day_and_kind_is_the_same_event() =>
        Images(null, CtAbdomen, Report("2025-12-01", "CT abdomen")).CrossSectional.Dated.Should().HaveCount(1);

    [Fact]
    public void A_report_on_a_ct_of_the_head_does_not_become_a_ct_of_the_abdomen() =>
        Images(
            null,
            """{"resourceType":"ImagingStudy","id":"s1","status":"available","started":"2026-02-03","modality":[{"code":"CT"}],"description":"CT head"}""",
            """{"resourceType":"DiagnosticReport","status":"final","code":{"text":"CT"},"effectiveDateTime":"2026-02-03","imagingStudy":[{"reference":"ImagingStudy/s1"}]}""")
            .CrossSectional.Ever.Value().Should().BeFalse();

    [Fact]
    public void A_report_on_a_pet_ct_does_not_become_a_ct() =>
        Images(
            null,
            PetCt,
            """{"resourceType":"DiagnosticReport","status":"final","code":{"text":"CT abdomen"},"effectiveDateTime":"2026-04-02","imagingStudy":[{"reference":"ImagingStudy/pet"}]}""")
            .CrossSectional.Ever.Value().Should().BeFalse();

    [Theory]
    [InlineData("""{"text":"CT abdomen"}""", Confidence.FreeText)]
    [InlineData("""{"coding":[{"system":"urn:local","code":"CTABD"}],"text":"CT abdomen"}""", Confidence.Coded)]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"77477000"}]}""", Confidence.Coded)]
    public void A_report_named_in_words_only_is_free_text(string code, Confidence expected) =>
        Images(null, $$"""{"resourceType":"DiagnosticReport","status":"final","effectiveDateTime":"2026-01-01","code":{{code}} }""")
            .CrossSectional.Ever.Confidence().Should().Be(expected);

    [Fact]
    public void A_preliminary_report_is_marked() =>
        Images(null, """{"resourceType":"DiagnosticReport","status":"preliminary","effectiveDateTime":"2026-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":"77477000"}]}}""")
            .CrossSectional.Ever.Confidence().Should().Be(Confidence.Preliminary);

    [Fact]
    public void The_ct_of_a_pet_ct_alone_is_told_apart()
    {
        Images(null, PetCt).PetCtOnly.Value().Should().BeTrue();
        Images(null, PetCt, CtAbdomen).PetCtOnly.Value().Should().BeFalse();
        Images(null).PetCtOnly.Value().Should().BeFalse();
        Images(null, Report("2026-01-01", "FDG PET/CT")).PetCtOnly.Value().Should().BeTrue();
        Images(null, MrBrain).PetCtOnly.Value().Should().BeFalse();
    }

    [Fact]
    public void The_last_receptor_scan_has_its_day() =>
        Images(null, PetCt, Study("2024-12-20", "PT,CT", "DOTATOC PET/CT")).Sstr.Last.Value().Date.ToString().Should().Be("2026-04-02");

    [Theory]
    [InlineData("""{"resourceType":"Procedure","status":"completed","performedDateTime":"2025-05-01","code":{"text":"Endoscopic ultrasound of pancreas"}}""", true)]
    [InlineData("""{"resourceType":"ImagingStudy","status":"available","started":"2025-05-01","modality":[{"code":"US"}],"description":"EUS"}""", true)]
    [InlineData("""{"resourceType":"DiagnosticReport","status":"final","effectiveDateTime":"2025-05-01","code":{"text":"Endosonography"}}""", true)]
    [InlineData("""{"resourceType":"ImagingStudy","status":"available","started":"2025-05-01","modality":[{"code":"US"}],"description":"Ultrasound abdomen"}""", false)]
    public void Endosonography_is_found_by_name(string resource, bool expected) =>
        Images(null, resource).Endosonography.Ever.Value().Should().Be(expected);

    private static TumourImages Images(PrimarySite? site, params string[] resources) => new(EventRecord.With(resources), site);

    private static string Study(string started, string modalities, string description, string status = "available") =>
        $$"""
        {"resourceType":"ImagingStudy","status":"{{status}}","started":"{{started}}","description":"{{description}}",
         "modality":[{{string.Join(',', modalities.Split(',').Select(modality => $"{{\"code\":\"{modality}\"}}"))}}]}
        """;

    private static string Report(string date, string name, string status = "final") =>
        $$"""{"resourceType":"DiagnosticReport","status":"{{status}}","effectiveDateTime":"{{date}}","code":{"text":"{{name}}"} }""";
}
