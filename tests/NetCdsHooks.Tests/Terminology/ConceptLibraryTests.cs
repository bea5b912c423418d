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
