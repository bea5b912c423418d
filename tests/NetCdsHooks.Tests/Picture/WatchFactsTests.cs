using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public class WatchFactsTests
{
    private static readonly Resource[] Observed =
    [
        Diagnosis("net", Icd("C25.4"), "2025-01-10"),
        ResultText("stage", Loinc("21908-9"), "Stage I"),
        ResultText("ki67", Loinc("29593-1"), "1 %"),
        Result("size", Loinc("33728-7"), "2026-04-10") with { ValueQuantity = new Quantity { Value = 13, Unit = "mm" } },
        Mri("mri", "2026-04-10"),
    ];

    public static TheoryData<string, CodeableConcept, string?, Truth> Symptoms => new()
    {
        { "jaundice after the image", Icd("R17"), "2026-05-01", Truth.Yes },
        { "jaundice before the image", Icd("R17"), "2026-04-09", Truth.No },
        { "jaundice on the day of the image", Icd("R17"), "2026-04-10", Truth.No },
        { "jaundice in the month of the image", Icd("R17"), "2026-04", Truth.Unknown },
        { "jaundice without a date", Icd("R17"), null, Truth.Unknown },
        { "weight loss", Icd("R63.4"), "2026-05-01", Truth.Yes },
        { "abdominal pain", Icd("R10.13"), "2026-05-01", Truth.Yes },
        { "bile duct obstruction", Icd("K83.1"), "2026-05-01", Truth.Yes },
        { "hypoglycaemia", Icd("E16.2"), "2026-05-01", Truth.Yes },
        { "hypoglycaemia by a drug", Icd("E16.0"), "2026-05-01", Truth.No },
        { "a hormone syndrome", Icd("E16.4"), "2026-05-01", Truth.Yes },
        { "jaundice in words", Text("Painless jaundice"), "2026-05-01", Truth.Yes },
        { "weight loss that was wanted", Text("Intentional weight loss"), "2026-05-01", Truth.No },
        { "something else", Icd("I10"), "2026-05-01", Truth.No },
    };

    public static TheoryData<string, string, bool> Reports => new()
    {
        { "duct dilatation", "Ductal dilatation upstream of the lesion.", true },
        { "dilated duct", "Dilatation of the main pancreatic duct.", true },
        { "suspicious", "Suspicious change of contour.", true },
        { "vascular invasion", "Vascular invasion of the splenic vein.", true },
        { "denied", "No ductal dilatation, no vascular invasion.", false },
        { "denied together", "No evidence of ductal dilatation or vascular invasion.", false },
        { "one denied, the other not", "No ductal dilatation. Infiltration of the splenic vein.", true },
        { "not suspicious", "Unchanged, not suspicious.", false },
        { "the name of the tumour", "Known malignant neuroendocrine tumour, 13 mm.", false },
        { "nothing suspicious", "Nothing suspicious.", false },
        { "no findings", "No findings suspicious for malignancy.", false },
        { "no imaging features", "No imaging features suspicious for progression.", false },
        { "no infiltration around the pancreas", "No peripancreatic infiltration.", false },
        { "no lesion elsewhere", "Known lesion of 13 mm, no liver lesion suspicious for metastasis.", false },
        { "without a size limit being a full stop", "No lesion above 1.5 cm suspicious for metastasis.", false },
        { "resolved", "Ductal dilatation resolved.", false },
        { "has resolved by now", "The suspicious lesion has resolved.", false },
        { "resolution of", "Resolution of the ductal dilatation.", false },
        { "denied in German", "Keine Infiltration, kein malignant feature.", false },
        { "denied, then found in the next sentence", "No ascites. Suspicious lesion in the head.", true },
        { "denied, then found in the next clause", "No ascites; suspicious lesion in the head.", true },
        { "denied, but", "No ascites but suspicious lesion in the head.", true },
        { "not resolved", "Ductal dilatation, not resolved.", true },
        { "unresolved", "Unresolved ductal dilatation.", true },
        { "an image without contrast", "MRI without contrast: suspicious lesion in the head.", true },
        { "no earlier image", "No prior study for comparison, suspicious lesion in the head.", true },
        { "unremarkable", "Stable lesion of 13 mm.", false },
    };

    [Theory]
    [MemberData(nameof(Symptoms))]
    public void A_symptom_is_new_when_it_began_after_the_last_image(string story, CodeableConcept code, string? date, Truth expected)
    {
        var watch = With(Diagnosis("s", code, date)).Watch;

        Enum.GetValues<NewFeature>().Max(watch.Has).Should().Be(expected, story);
        (watch.NewFeature is Fact<string>.Known).Should().Be(expected == Truth.Yes, story);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_on_the_last_image_may_tell_of_malignant_features(string story, string conclusion, bool expected)
    {
        var features = With(Report("2026-04-11", conclusion)).Watch.NewFeatures;

        features.Value().Should().BeEquivalentTo(expected ? new[] { NewFeature.ReportedFeature } : [], story);
        if (expected)
            features.Confidence().Should().Be(Confidence.FreeText);
    }

    [Fact]
    public void A_report_before_the_last_image_is_superseded_and_one_on_tissue_is_no_image()
    {
        With(Report("2025-10-01", "Suspicious lesion.")).Watch.NewFeatures.Value().Should().BeEmpty();
        With(PathologyReport("p", "Malignant cells, infiltrating.", "2026-05-01")).Watch.NewFeatures.Value().Should().BeEmpty();
    }

    [Fact]
    public void The_newest_feature_is_named_first_with_its_day() =>
        With(Diagnosis("a", Icd("R17"), "2026-05-01"), Diagnosis("b", Icd("R63.4"), "2026-06-01")).Watch.NewFeature.Value()
            .Should().Be("weight loss (2026-06-01), jaundice (2026-05-01)");

    [Fact]
    public void A_new_syndrome_does_not_end_the_observation_in_retrospect_but_an_old_one_excluded_it()
    {
        With().Watch.ObservedPancreas.Value().Should().BeTrue();
        With(Diagnosis("new", Icd("E16.4"), "2026-05-01")).Watch.ObservedPancreas.Value().Should().BeTrue();
        With(Diagnosis("old", Icd("E16.4"), "2026-01-01")).Watch.ObservedPancreas.Value().Should().BeFalse();
    }

    [Fact]
    public void A_syndrome_that_came_with_the_diagnosis_is_not_new_though_the_image_is_older()
    {
        var watch = With(WithHistology(Diagnosis("insulinoma", Icd("C25.4"), "2025-01-09"), "8151/3"), Mri("first", "2025-01-02")).Watch;
        var found = TumourRecord.Of(
            WithHistology(Diagnosis("insulinoma", Icd("C25.4"), "2026-09-16"), "8151/3"), Diagnosis("s", Icd("R17"), "2026-09-10"), Mri("first", "2026-09-04")).Watch;

        watch.ObservedPancreas.Value().Should().BeFalse();
        found.NewFeatures.Value().Should().BeEmpty();
        found.ObservedPancreas.Value().Should().BeFalse();
    }

    [Fact]
    public void Another_site_a_larger_tumour_and_one_taken_out_are_not_observed()
    {
        TumourRecord.Of(Diagnosis("net", Icd("C7A.012"))).Watch.ObservedPancreas.Value().Should().BeFalse();
        With(Result("later", Loinc("33728-7"), "2026-11-10") with { ValueQuantity = new Quantity { Value = 20, Unit = "mm" } }).Watch.ObservedPancreas.Value().Should().BeFalse();
        With(new Procedure { Id = "op", Status = "completed", Code = Snomed("301847000"), PerformedDateTime = "2026-06-01" }).Watch.ObservedPancreas.Value().Should().BeFalse();
    }

    [Theory]
    [InlineData(DataNeed.Conditions)]
    [InlineData(DataNeed.Reports)]
    public void What_was_found_is_new_whatever_else_could_not_be_retrieved(DataNeed failed)
    {
        var watch = new TumourRecord().With([.. Observed, Diagnosis("s", Icd("R17"), "2026-05-01")]).Missing(failed).Picture().Watch;

        if (failed == DataNeed.Conditions)
            watch.Has(NewFeature.Jaundice).Should().Be(Truth.Yes);
        watch.Has(NewFeature.WeightLoss).Should().Be(Truth.Unknown);
        watch.NewFeatures.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void Without_knowing_the_last_image_nothing_can_be_called_new()
    {
        var watch = new TumourRecord().With([.. Observed, Diagnosis("s", Icd("R17"), "2026-05-01")]).Missing(DataNeed.Imaging).Picture().Watch;

        watch.Has(NewFeature.Jaundice).Should().Be(Truth.Unknown);
        watch.NewFeatures.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        watch.NewFeature.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void A_tumour_elsewhere_is_not_observed_whatever_is_known_of_its_images()
    {
        var lung = new TumourRecord().With(Diagnosis("net", Icd("C7A.090")), Diagnosis("s", Icd("E34.00"), "2026-01-01")).Missing(DataNeed.Imaging).Picture();

        lung.Watch.ObservedPancreas.Value().Should().BeFalse();
    }

    [Fact]
    public void A_syndrome_of_a_tumour_whose_images_failed_leaves_it_open_whether_it_was_observed() =>
        new TumourRecord().With([.. Observed, Diagnosis("s", Icd("E16.4"), "2026-05-01")]).Missing(DataNeed.Imaging).Picture().Watch.ObservedPancreas
            .Missing.Should().Equal("imaging");

    [Fact]
    public void What_has_no_date_is_not_told_to_be_new_by_any_image()
    {
        var watch = new TumourRecord().With([.. Observed, Diagnosis("s", Icd("K83.1"), null)]).Missing(DataNeed.Imaging).Picture().Watch;

        watch.Has(NewFeature.BileDuctObstruction).Should().Be(Truth.Unknown);
        watch.NewFeatures.WhyUnknown.Should().Be(UnknownReason.Unusable);
    }

    private static ClinicalPicture With(params Resource[] more) => TumourRecord.Of([.. Observed, .. more]);

    private static ImagingStudy Mri(string id, string day) =>
        new() { Id = id, Status = "available", Started = day, Modality = [new("http://dicom.nema.org/resources/ontology/DCM", "MR")], Description = "MRI abdomen" };

    private static DiagnosticReport Report(string day, string conclusion) =>
        new() { Id = "report", Status = "final", Code = Text("MRI abdomen"), EffectiveDateTime = day, Conclusion = conclusion };
}
