using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Terminology;

public class ConceptLibraryTests
{
    private const string Icd = "http://hl7.org/fhir/sid/icd-10-cm";
    private const string Loinc = "http://loinc.org";

    /// <summary>Story; concept; system; code; text; match.</summary>
    public static TheoryData<string, string, string?, string?, string?, ConceptMatch> Matches => new()
    {
        { "a listed code", "chromogranin-a", Loinc, "9811-1", null, ConceptMatch.ByCode },
        { "a child of a listed ICD-10 code", "net", Icd, "C7A.012", null, ConceptMatch.ByCode },
        { "an ICD-10 code without its dot, in lower case", "net", Icd, "c7a012", null, ConceptMatch.ByCode },
        { "an ICD-10 code of the other address", "net", "urn:oid:2.16.840.1.113883.6.90", "C7A.8", null, ConceptMatch.ByCode },
        { "an excluded code", "net", Icd, "C4A.9", "Merkel cell carcinoma", ConceptMatch.No },
        { "an excluded code under a listed parent", "net", Icd, "C7B.1", null, ConceptMatch.No },
        { "an excluded code whose wording would match", "chromogranin-a", Loinc, "53047-7", "Chromogranin A in body fluid", ConceptMatch.No },
        { "a local code whose wording matches", "chromogranin-a", "http://lab.example", "CGA", "Chromogranin A (serum)", ConceptMatch.ByText },
        { "wording alone", "net", null, null, "neuroendocrine tumour of pancreas, ?G2", ConceptMatch.ByText },
        { "wording that excludes", "net", null, null, "Merkel cell carcinoma (cutaneous neuroendocrine carcinoma)", ConceptMatch.No },
        { "wording about a computer network", "net", null, null, "Network of care", ConceptMatch.No },
        { "a code of an unknown system", "net", "http://example.org", "C7A.012", null, ConceptMatch.No },
        { "a code without a system", "net", null, "C7A.012", null, ConceptMatch.ByText },
        { "breast Ki-67", "ki67", Loinc, "85330-9", "Ki-67 in breast cancer specimen", ConceptMatch.No },
        { "PSMA with gallium is no receptor imaging", "sstr-imaging", null, null, "Ga-68 PSMA PET/CT", ConceptMatch.No },
        { "German: MRT Oberbauch", "mri", null, null, "MRT Oberbauch", ConceptMatch.ByText },
        { "German: Magnetresonanztomographie Leber", "mri", null, null, "Magnetresonanztomographie Leber", ConceptMatch.ByText },
        { "German: MRT-gesteuerte Biopsie", "mri", null, null, "MRT-gesteuerte Biopsie", ConceptMatch.No },
        { "German: CT Abdomen/Thorax", "ct", null, null, "CT Abdomen/Thorax", ConceptMatch.ByText },
        { "German: CT-gesteuerte Punktion", "ct", null, null, "CT-gesteuerte Punktion", ConceptMatch.No },
        { "German: MRT Oberbauch", "region-abdomen", null, null, "MRT Oberbauch", ConceptMatch.ByText },
        { "German: CT Kopf", "region-abdomen", null, null, "CT Kopf", ConceptMatch.No },
        { "German: CT Abdomen/Thorax", "region-chest", null, null, "CT Abdomen/Thorax", ConceptMatch.ByText },
        { "German: CT Thorax und Abdomen", "region-whole-body", null, null, "CT Thorax und Abdomen", ConceptMatch.ByText },
        { "German: Oberbauchsonographie", "ultrasound", null, null, "Oberbauchsonographie", ConceptMatch.ByText },
        { "German: Endosonographie", "ultrasound", null, null, "Endosonographie", ConceptMatch.No },
        { "German: Somatostatinrezeptor-PET/CT", "sstr-imaging", null, null, "Somatostatinrezeptor-PET/CT", ConceptMatch.ByText },
        { "German: NET des Pankreasschwanzes", "site-pancreas", null, null, "NET des Pankreasschwanzes", ConceptMatch.ByText },
        { "German: NET des Dünndarms", "site-small-intestine", null, null, "NET des Dünndarms", ConceptMatch.ByText },
        { "German: NET des Magens", "site-stomach", null, null, "NET des Magens", ConceptMatch.ByText },
        { "German: Magenbypass", "site-stomach", null, null, "Magenbypass", ConceptMatch.No },
        { "German: NET des Rektums", "site-rectum", null, null, "NET des Rektums", ConceptMatch.ByText },
        { "German: NET der Lunge", "site-lung", null, null, "NET der Lunge", ConceptMatch.ByText },
        { "German: Lungenmetastasen", "site-lung", null, null, "Lungenmetastasen", ConceptMatch.No },
        { "German: Metastasen in der Lunge", "site-lung", null, null, "Metastasen in der Lunge", ConceptMatch.No },
        { "German: NET der Appendix", "site-appendix", null, null, "NET der Appendix", ConceptMatch.ByText },
        { "German: Multiple Lebermetastasen", "metastasis-liver", null, null, "Multiple Lebermetastasen", ConceptMatch.ByText },
        { "German: Keine Lebermetastasen", "metastasis-liver", null, null, "Keine Lebermetastasen", ConceptMatch.No },
        { "German: Kein Anhalt für Leber- oder Knochenmetastasen", "metastasis-liver", null, null, "Kein Anhalt für Leber- oder Knochenmetastasen", ConceptMatch.No },
        { "German: Kein Anhalt für Leber- oder Knochenmetastasen", "metastasis-bone", null, null, "Kein Anhalt für Leber- oder Knochenmetastasen", ConceptMatch.No },
        { "German: V. a. Lebermetastasen", "metastasis-liver", null, null, "V. a. Lebermetastasen", ConceptMatch.No },
        { "German: Lebermetastasen ausgeschlossen", "metastasis-liver", null, null, "Lebermetastasen ausgeschlossen", ConceptMatch.No },
        { "German: Metastasen in der Leber", "metastasis-liver", null, null, "Metastasen in der Leber", ConceptMatch.ByText },
        { "German: Knochenmetastasen, keine Lungenmetastasen", "metastasis-bone", null, null, "Knochenmetastasen, keine Lungenmetastasen", ConceptMatch.ByText },
        { "German: Knochenmetastasen, keine Lungenmetastasen", "metastasis-lung", null, null, "Knochenmetastasen, keine Lungenmetastasen", ConceptMatch.No },
        { "German: Lymphknotenmetastasen mesenterial", "nodes-regional", null, null, "Lymphknotenmetastasen mesenterial", ConceptMatch.ByText },
        { "German: Keine Lymphknotenmetastasen", "nodes-regional", null, null, "Keine Lymphknotenmetastasen", ConceptMatch.No },
        { "German: Fernmetastasen", "metastasis-unspecified", null, null, "Fernmetastasen", ConceptMatch.ByText },
        { "German: Keine Fernmetastasen", "metastasis-unspecified", null, null, "Keine Fernmetastasen", ConceptMatch.No },
        { "German: Nicht metastasierter NET", "metastasis-unspecified", null, null, "Nicht metastasierter NET", ConceptMatch.No },
        { "German: gut differenziert", "well-differentiated", null, null, "gut differenziert", ConceptMatch.ByText },
        { "German: nicht gut differenziert", "well-differentiated", null, null, "nicht gut differenziert", ConceptMatch.No },
        { "German: schlecht differenziert", "poorly-differentiated", null, null, "schlecht differenziert", ConceptMatch.ByText },
        { "German: gering differenziertes Karzinom", "poorly-differentiated", null, null, "gering differenziertes Karzinom", ConceptMatch.ByText },
        { "German: großzelliges neuroendokrines Karzinom", "poorly-differentiated", null, null, "großzelliges neuroendokrines Karzinom", ConceptMatch.ByText },
        { "German: kleinzellig", "poorly-differentiated", null, null, "kleinzellig", ConceptMatch.ByText },
        { "German: nicht-kleinzellig", "poorly-differentiated", null, null, "nicht-kleinzellig", ConceptMatch.No },
        { "German: keine kleinzellige Komponente", "poorly-differentiated", null, null, "keine kleinzellige Komponente", ConceptMatch.No },
        { "German: gut differenziert", "poorly-differentiated", null, null, "gut differenziert", ConceptMatch.No },
        { "German: 5-HIES im Sammelurin", "five-hiaa-urine-excretion", null, null, "5-HIES im Sammelurin", ConceptMatch.ByText },
        { "German: 5-HIES im Spontanurin", "five-hiaa-urine-excretion", null, null, "5-HIES im Spontanurin", ConceptMatch.No },
        { "German: 5-HIES im Spontanurin", "five-hiaa-urine-random", null, null, "5-HIES im Spontanurin", ConceptMatch.ByText },
        { "German: 5-HIES im Plasma", "five-hiaa-plasma", null, null, "5-HIES im Plasma", ConceptMatch.ByText },
        { "German: 5-HIES/Kreatinin", "five-hiaa-creatinine-ratio", null, null, "5-HIES/Kreatinin", ConceptMatch.ByText },
        { "German: HIES", "five-hiaa-urine-excretion", null, null, "HIES", ConceptMatch.No },
        { "an endocrine pancreas in ICD-10-GM", "net", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "C25.4", null, ConceptMatch.ByCode },
        { "a liver metastasis at the older address", "metastasis-liver", "http://fhir.de/CodeSystem/dimdi/icd-10-gm", "C78.7", null, ConceptMatch.ByCode },
        { "raised bilirubin without jaundice in ICD-10-GM", "jaundice", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "R17.9", null, ConceptMatch.No },
        { "jaundice in ICD-10-GM", "jaundice", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "R17.0", null, ConceptMatch.ByCode },
        { "DOTATATE with gallium is", "sstr-imaging", null, null, "68Ga-DOTATATE PET/CT", ConceptMatch.ByText },
    };

    [Theory]
    [MemberData(nameof(Matches))]
    public void Codes_come_before_wording_and_exclusions_before_both(
        string story, string concept, string? system, string? code, string? text, ConceptMatch match)
    {
        var library = TestKnowledge.Concepts;
        var coded = new CodeableConcept { Coding = code is null ? [] : [new(system, code, null)], Text = text };

        library.Match(library[concept], coded).Should().Be(match, story);
    }

    [Theory]
    [InlineData("a listed code", Loinc, "9811-1", true)]
    [InlineData("a child of a listed code", Icd, "C7A.012", true)]
    [InlineData("a code that excludes", Loinc, "53047-7", true)]
    [InlineData("a code that nobody has listed", Loinc, "99999-9", false)]
    [InlineData("a listed code of another system", "urn:oid:1.2.3", "9811-1", false)]
    [InlineData("a listed code without a system", null, "9811-1", false)]
    [InlineData("no code", Loinc, null, false)]
    public void A_code_is_known_if_it_says_anything(string story, string? system, string? code, bool known) =>
        TestKnowledge.Concepts.Knows(new(system, code)).Should().Be(known, story);

    [Fact]
    public void A_code_that_was_never_verified_is_known_as_such()
    {
        TestKnowledge.Concepts.IsUnverified(new("http://snomed.info/sct", "445142003")).Should().BeTrue();
        TestKnowledge.Concepts.IsUnverified(new("http://snomed.info/sct", "77477000")).Should().BeFalse();
    }

    [Fact]
    public void Wording_of_any_length_is_matched_in_linear_time() =>
        TestKnowledge.Concepts["net"].MatchesText(new string('n', 200_000)).Should().BeFalse();
}
