using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Tests.Picture.TumourRecord;

namespace NetCdsHooks.Tests.Picture;

public sealed class FunctionFactsTests
{
    private static readonly Condition Pancreas = Diagnosis("net", Icd("C25.4"));
    private static readonly Condition Ileum = Diagnosis("net", Icd("C7A.012"));

    public static TheoryData<string, Resource[], Syndrome[]> Syndromes => new()
    {
        { "none", [Pancreas], [] },
        { "carcinoid syndrome", [Pancreas, Diagnosis("s", Icd("E34.00"))], [Syndrome.Carcinoid] },
        { "carcinoid syndrome, older code", [Pancreas, Diagnosis("s", Icd("E34.0"))], [Syndrome.Carcinoid] },
        { "carcinoid heart disease", [Pancreas, Diagnosis("s", Snomed("36222008"))], [Syndrome.Carcinoid] },
        { "gastrinoma", [Pancreas, Diagnosis("s", Icd("E16.4"))], [Syndrome.Gastrinoma] },
        { "glucagonoma", [Pancreas, Diagnosis("s", Icd("E16.3"))], [Syndrome.Glucagonoma] },
        { "ectopic ACTH", [Pancreas, Diagnosis("s", Icd("E24.3"))], [Syndrome.EctopicActh] },
        { "insulinoma by its code", [Diagnosis("net", Snomed("713189001"))], [Syndrome.Insulinoma] },
        { "insulinoma by its histology", [WithHistology(Pancreas, "8151/3")], [Syndrome.Insulinoma] },
        { "VIPoma in words", [Diagnosis("net", Text("VIPoma of the pancreas"))], [Syndrome.Vipoma] },
        { "two", [Pancreas, Diagnosis("a", Icd("E34.00")), Diagnosis("b", Icd("E16.4"))], [Syndrome.Carcinoid, Syndrome.Gastrinoma] },
        { "unspecified", [Pancreas, Diagnosis("s", Icd("E16.8"))], [Syndrome.Unspecified] },
        { "unspecified beside a named one", [Pancreas, Diagnosis("s", Icd("E16.8")), Diagnosis("b", Icd("E16.4"))], [Syndrome.Gastrinoma] },
        { "suspected", [Pancreas, Diagnosis("s", Icd("E34.00"), verification: "provisional")], [] },
        { "refuted", [Pancreas, Diagnosis("s", Icd("E34.00"), verification: "refuted")], [] },
        { "over", [Pancreas, Diagnosis("s", Icd("E34.00"), clinical: "resolved")], [] },
        { "weak sign", [Pancreas, Diagnosis("s", Icd("E16.9"))], [] },
        { "low blood sugar", [Pancreas, Diagnosis("s", Icd("E16.2"))], [] },
        { "denied in words", [Pancreas, Diagnosis("s", Text("No carcinoid syndrome"))], [] },
    };

    [Theory]
    [MemberData(nameof(Syndromes))]
    public void Syndromes_come_from_active_confirmed_diagnoses(string story, Resource[] resources, Syndrome[] expected)
    {
        var function = Of(resources).Function;

        function.Syndromes.Test(found => found.SetEquals(expected)).Should().Be(Truth.Yes, story);
        function.CarcinoidSyndrome.Test(found => found).Should().Be(expected.Contains(Syndrome.Carcinoid).ToTruth(), story);
    }

    public static TheoryData<string, Resource[], FunctionalStatus?> States => new()
    {
        { "card 11 F: nothing recorded", [Pancreas], null },
        { "card 11 N: carcinoid syndrome", [Pancreas, Diagnosis("s", Icd("E34.00"))], FunctionalStatus.Functional },
        { "card 11 B: non-functioning, in the diagnosis", [Diagnosis("net", Icd("C25.4", "Non-functioning NET of the pancreas"))], FunctionalStatus.NonFunctional },
        { "nonfunctional in a note", [Pancreas with { Note = [new Annotation { Text = "Nonfunctional tumour" }] }], FunctionalStatus.NonFunctional },
        { "as a result", [Pancreas, ResultText("f", Text("Functional status of the tumour"), "non-functioning")], FunctionalStatus.NonFunctional },
        { "as a result, functioning", [Pancreas, ResultText("f", Text("Functional status of the tumour"), "carcinoid syndrome")], FunctionalStatus.Functional },
        { "in a pathology report", [Pancreas, PathologyReport("r", "Non-functioning neuroendocrine tumour")], FunctionalStatus.NonFunctional },
        { "hormonally inactive", [Pancreas, PathologyReport("r", "Hormonally inactive NET")], FunctionalStatus.NonFunctional },
        { "non-secreting", [Pancreas, PathologyReport("r", "Non-secreting tumour")], FunctionalStatus.NonFunctional },
        { "hormone-negative", [Pancreas, PathologyReport("r", "Hormone-negative neuroendocrine tumour")], FunctionalStatus.NonFunctional },
        { "German", [Pancreas, PathologyReport("r", "NET, hormoninaktiv")], FunctionalStatus.NonFunctional },
        { "as a result, hormonally inactive", [Pancreas, ResultText("f", Text("Functional status"), "hormonally inactive")], FunctionalStatus.NonFunctional },
        { "the function of the patient", [Pancreas, ResultText("f", Text("Functional status"), "independent")], null },
        { "hormone-secreting", [Pancreas, PathologyReport("r", "Hormone-secreting tumour")], null },
        { "a breast cancer without receptors", [Pancreas, PathologyReport("r", "Hormone-negative breast cancer")], null },
        { "an adrenal that makes none", [Pancreas, PathologyReport("r", "Non-secreting adrenal adenoma")], null },
        { "a morphology code is no statement", [WithHistology(Pancreas, "8150/3")], null },
        { "nor is its display", [Diagnosis("net", IcdO("8150/3", "Pancreatic neuroendocrine tumour, nonfunctioning"))], null },
        { "another gland", [Pancreas, Diagnosis("a", Text("Non-functioning adrenal adenoma"))], null },
        { "a coded syndrome beside free text", [Pancreas, Diagnosis("s", Icd("E16.4")), PathologyReport("r", "Non-functioning tumour")], FunctionalStatus.Functional },
        { "normal chromogranin and 5-HIAA", [Ileum, Chromogranin(60), Hydroxyindole(5)], FunctionalStatus.NonFunctional },
        { "raised chromogranin", [Ileum, Chromogranin(400), Hydroxyindole(5)], null },
        { "raised 5-HIAA", [Ileum, Chromogranin(60), Hydroxyindole(30)], null },
        { "normal chromogranin only", [Ileum, Chromogranin(60)], null },
        { "neither shows insulin or gastrin", [Pancreas, Chromogranin(60), Hydroxyindole(5)], null },
        { "nor may the primary lie anywhere", [Diagnosis("net", Icd("C7A.8")), Chromogranin(60), Hydroxyindole(5)], null },
    };

    [Theory]
    [MemberData(nameof(States))]
    [Trait("Recommendation", "S004-05")]
    public void Function_is_stated_or_shown_never_assumed(string story, Resource[] resources, FunctionalStatus? expected) =>
        ((Of(resources).Function.Status as Fact<FunctionalStatus>.Known)?.Value).Should().Be(expected, story);

    [Fact]
    public void A_syndrome_and_a_statement_of_equal_weight_exclude_each_other() =>
        Of(Diagnosis("net", Icd("C25.4", "Non-functioning NET")), Diagnosis("s", Icd("E16.4")))
            .Function.Status.WhyUnknown.Should().Be(UnknownReason.Conflicting);

    [Fact]
    public void A_statement_in_a_report_is_free_text_and_one_beside_a_code_is_not()
    {
        Of(Pancreas, PathologyReport("r", "Non-functioning tumour")).Function.Status.Evidence
            .Should().ContainSingle().Which.Confidence.Should().Be(Confidence.FreeText);
        Of(Diagnosis("net", Icd("C25.4", "Non-functioning NET"))).Function.Status.Evidence
            .Should().ContainSingle().Which.Confidence.Should().Be(Confidence.Coded);
    }

    [Fact]
    public void Card_11_U_Without_the_problem_list_nothing_is_denied()
    {
        var function = new TumourRecord().With(Chromogranin(60), Hydroxyindole(5)).Missing(DataNeed.Conditions).Picture().Function;

        function.Syndromes.Missing.Should().Equal("conditions");
        function.CarcinoidSyndrome.Missing.Should().Equal("conditions");
        function.Status.Missing.Should().Equal("conditions");
    }

    [Fact]
    public void A_syndrome_on_the_first_page_is_known_though_the_list_is_not_complete()
    {
        var function = new TumourRecord().With(Diagnosis("s", Icd("E34.00"))).Missing(DataNeed.Conditions, NeedGap.CutShort).Picture().Function;

        function.CarcinoidSyndrome.Test(found => found).Should().Be(Truth.Yes);
        function.Status.Should().BeOfType<Fact<FunctionalStatus>.Known>();
        function.Syndromes.WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    private static Observation Chromogranin(decimal value) =>
        Result("cga", Loinc("9811-1")) with
        {
            ValueQuantity = new() { Value = value, Unit = "ug/L" },
            ReferenceRange = [new ReferenceRange { High = new() { Value = 100, Unit = "ug/L" } }],
        };

    private static Observation Hydroxyindole(decimal value) =>
        Result("hiaa", Loinc("1695-6")) with
        {
            ValueQuantity = new() { Value = value, Unit = "mg/(24.h)" },
            ReferenceRange = [new ReferenceRange { High = new() { Value = 10, Unit = "mg/(24.h)" } }],
        };
}
