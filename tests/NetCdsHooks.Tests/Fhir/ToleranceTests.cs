using System.Text.Json;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Fhir;

/// <summary>Each rule of leniency: what it reads, that it is counted, and the near miss that stays unreadable or untouched.</summary>
public sealed partial class ToleranceTests
{
    /// <summary>Story; elements of an Observation; the rules that are needed to read it.</summary>
    public static TheoryData<string, string, string[]> Shapes => new()
    {
        { "as FHIR has it", "\"valueQuantity\":{\"value\":4.5,\"unit\":\"%\"}", [] },
        { "a quoted number", "\"valueQuantity\":{\"value\":\"4.5\",\"unit\":\"%\"}", ["quoted-number"] },
        { "a quoted number with blanks", "\"valueQuantity\":{\"value\":\" 4.5 \",\"unit\":\"%\"}", ["quoted-number"] },
        { "a quoted whole number", "\"valueInteger\":\"4\"", ["quoted-number"] },
        { "a number with an exponent", "\"valueQuantity\":{\"value\":4.5e0,\"unit\":\"%\"}", [] },
        { "a quoted boolean", "\"valueBoolean\":\"true\"", ["written-boolean"] },
        { "a boolean in other letters", "\"valueBoolean\":\"True\"", ["written-boolean"] },
        { "a boolean in capitals", "\"valueBoolean\":\"FALSE\"", ["written-boolean"] },
        { "an empty coding", "\"code\":{\"coding\":[{},{\"code\":\"x\"}]},\"valueInteger\":1", ["empty-object"] },
        { "an empty list", "\"interpretation\":[],\"valueInteger\":1", ["empty-list"] },
        { "one where a list belongs", "\"interpretation\":{\"text\":\"high\"},\"valueInteger\":1", ["single-for-list"] },
        { "null in a list", "\"interpretation\":[null,{\"text\":\"high\"}],\"valueInteger\":1", ["null-in-list"] },
        { "null for a list", "\"interpretation\":null,\"valueInteger\":1", [] },
        { "a sibling with an extension", "\"valueInteger\":1,\"_status\":{\"extension\":[{\"url\":\"http://example.org/x\"}]}", [] },
        { "no value but a reason", "\"dataAbsentReason\":{\"text\":\"unknown\"}", ["value-absent"] },
        { "a reason as an extension of the value", "\"_valueString\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}", ["value-absent"] },
        { "an empty quantity", "\"valueQuantity\":{}", ["value-absent"] },
        { "an empty text", "\"valueString\":\" \"", ["value-absent"] },
        { "a value in a part", "\"component\":[{\"code\":{\"text\":\"x\"},\"valueInteger\":1}]", [] },
        { "the full address of the patient", "\"valueInteger\":1,\"subject\":{\"reference\":\"https://ehr.example.org/fhir/Patient/ida\"}", ["absolute-reference"] },
        { "the patient by urn", "\"valueInteger\":1,\"subject\":{\"reference\":\"urn:uuid:ida\"}", ["other-reference"] },
        { "a version of the patient", "\"valueInteger\":1,\"subject\":{\"reference\":\"Patient/ida/_history/2\"}", ["other-reference"] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    [Trait("Requirement", "P-13")]
    public void A_shape_is_read_by_its_rule(string story, string elements, string[] rules)
    {
        var used = Watch(() => Record(Read(elements)).All<Observation>().Should().ContainSingle(story));

        used.Should().Equal(rules, story);
    }

    /// <summary>Story; elements of an Observation.</summary>
    public static TheoryData<string, string> NearMisses => new()
    {
        { "a decimal comma", "\"valueQuantity\":{\"value\":\"4,5\"}" },
        { "words for a number", "\"valueQuantity\":{\"value\":\"four\"}" },
        { "nothing in quotes", "\"valueQuantity\":{\"value\":\"\"}" },
        { "a number too large", "\"valueQuantity\":{\"value\":1e400}" },
        { "a quoted number too large", "\"valueQuantity\":{\"value\":\"1e400\"}" },
        { "a fraction for a whole number", "\"valueInteger\":4.5" },
        { "a boolean for a number", "\"valueInteger\":true" },
        { "yes for true", "\"valueBoolean\":\"yes\"" },
        { "1 for true", "\"valueBoolean\":1" },
        { "a list where one belongs", "\"code\":[{\"text\":\"x\"}]" },
        { "a text for an object", "\"code\":\"Ki-67\"" },
        { "a number for a text", "\"effectiveDateTime\":2026" },
        { "a list for a text", "\"status\":[\"final\"]" },
        { "an object for a text", "\"valueString\":{}" },
        { "a modifier", "\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]" },
        { "a modifier of a part", "\"component\":[{\"modifierExtension\":[{\"url\":\"http://example.org/not\"}],\"valueInteger\":1}]" },
        { "a lone surrogate", "\"valueString\":\"\\ud800\"" },
    };

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void A_near_miss_is_unreadable_and_known_to_be_missing(string story, string elements)
    {
        var record = Record(Read(elements));

        record.All<Observation>().Should().BeEmpty(story);
        record.UnreadableOf(DataNeed.Pathology).Should().ContainSingle(story);
    }

    [Theory]
    [InlineData("on the resource", "\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]")]
    [InlineData("on a part", "\"component\":[{\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]}]")]
    public void A_modifier_is_counted(string story, string elements) =>
        Watch(() => Read(elements)).Distinct().Should().Equal(["modifier-extension"], story);

    [Theory]
    [InlineData("as FHIR has it", "2026-05-05", true, false)]
    [InlineData("blanks around it", " 2026-05-05 ", true, true)]
    [InlineData("blanks around a year", "2026 ", true, true)]
    [InlineData("blanks inside it", "2026 - 05", false, false)]
    [InlineData("blanks alone", "  ", false, false)]
    public void A_date_may_have_blanks_around_it(string story, string text, bool isDate, bool isCounted)
    {
        var used = Watch(() => PartialDate.TryParse(text, TimeZoneInfo.Utc, out _).Should().Be(isDate, story));

        used.Should().Equal(isCounted ? ["date-with-blanks"] : Array.Empty<string>(), story);
    }

    [Fact]
    public void A_contained_resource_is_taken_for_what_refers_to_it()
    {
        var request = new MedicationRequest { Contained = [new Medication { Id = "m" }] };

        Watch(() => request.Resolve<Medication>(new() { Target = "#m" }).Should().NotBeNull()).Should().Equal("contained-resource");
        Watch(() => request.Resolve<Medication>(new() { Target = "#n" }).Should().BeNull()).Should().BeEmpty();
    }

    [Fact]
    public void Resources_of_others_and_repeated_ones_are_counted()
    {
        Watch(() => Record(new Observation { Id = "o", ValueInteger = 1, Subject = new() { Target = "Patient/bo" } })).Should().Equal("other-patient");
        Watch(() => Record(new Observation { Id = "o", ValueInteger = 1 }, new Observation { Id = "o", ValueInteger = 1 })).Should().Equal("duplicate");
    }

    [Theory]
    [InlineData("warning", true)]
    [InlineData("information", true)]
    [InlineData("error", false)]
    public void A_warning_among_the_entries_is_neither_result_nor_failure(string severity, bool isTolerated)
    {
        var bundle = JsonSerializer.Deserialize(SomeJson.Bundle(SomeJson.Outcome(severity)).ToJsonString(), FhirJson.Default.Resource);
        var page = Page.Without(NeedGap.NotSupplied);

        var used = Watch(() => page = Page.Of(bundle, new NeedQuery(DataNeed.Pathology, "pathology", "Observation?patient=1")));

        used.Should().Equal(isTolerated ? ["outcome-entry"] : Array.Empty<string>());
        page.Gap.Should().Be(isTolerated ? null : NeedGap.Failed);
    }

    /// <summary>Story; code; words; what it means; the rule that was needed.</summary>
    public static TheoryData<string, CodeableConcept, string, ConceptMatch, string?> Codes => new()
    {
        { "a code with its system", Of("http://loinc.org", "29593-1"), "ki67", ConceptMatch.ByCode, null },
        { "LOINC without its system", Of(null, "29593-1"), "ki67", ConceptMatch.ByText, "code-without-system" },
        { "LOINC with an empty system and blanks", Of("", " 29593-1 "), "ki67", ConceptMatch.ByText, "code-without-system" },
        { "ICD-10 without its system", Of(null, "C7A.012"), "net", ConceptMatch.ByText, "code-without-system" },
        { "a place of ICD-O-3 without its system, beside words", new CodeableConcept { Coding = [new(null, "C37.9")], Text = "Thymic neuroendocrine tumour" }, "net", ConceptMatch.ByText, "code-without-system" },
        { "ICD-10 without system and dot may be anything", Of(null, "C7A012"), "net", ConceptMatch.No, null },
        { "a code of another system", Of("urn:oid:1.2.3", "29593-1"), "ki67", ConceptMatch.No, null },
        { "a number of the house", Of(null, "29593"), "ki67", ConceptMatch.No, null },
        { "words alone", new CodeableConcept { Text = "Ki-67 proliferation index" }, "ki67", ConceptMatch.ByText, "text-only" },
        { "words that mean nothing here", new CodeableConcept { Text = "Shoe size" }, "ki67", ConceptMatch.No, null },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_means_what_its_form_or_its_words_say(string story, CodeableConcept code, string concept, ConceptMatch match, string? rule)
    {
        var concepts = TestKnowledge.Concepts;

        var used = Watch(() => concepts.Match(concepts[concept], code).Should().Be(match, story));

        used.Should().Equal(rule is null ? Array.Empty<string>() : [rule], story);
    }

    [Fact]
    public void The_table_for_integrators_lists_each_rule()
    {
        var readme = File.ReadAllText(Repository.PathOf("src", "NetCdsHooks.Clinical", "Fhir", "README.md"));

        Row().Matches(readme).Select(match => match.Groups["rule"].Value).Should().Equal(Tolerances.All.Select(Tolerances.NameOf));
    }

    [Theory]
    [InlineData("nested a thousand levels deep", 1000)]
    [InlineData("nested ten thousand levels deep", 10_000)]
    public void What_is_nested_too_deep_is_no_FHIR(string story, int levels)
    {
        var json = $$"""{"resourceType":"Observation","x":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        FluentActions.Invoking(() => JsonSerializer.Deserialize(json, FhirJson.Default.Resource)).Should().Throw<JsonException>(story);
    }

    [Fact]
    public void A_member_that_is_there_twice_counts_as_it_was_written_last() =>
        Record(Read("\"valueInteger\":1,\"valueInteger\":2")).All<Observation>().Single().ValueInteger.Should().Be(2);

    private static List<string> Watch(Action read)
    {
        var used = new List<string>();
        using (Tolerances.Watch(rule => used.Add(Tolerances.NameOf(rule))))
            read();
        return used;
    }

    private static CodeableConcept Of(string? system, string code) => new() { Coding = [new(system, code)] };

    private static Resource Read(string elements) =>
        JsonSerializer.Deserialize($$"""{"resourceType":"Observation","id":"o",{{elements}}}""", FhirJson.Default.Resource)!;

    private static PatientRecord Record(params Resource[] resources) => new("ida", [new(DataNeed.Pathology, [.. resources])]);

    [GeneratedRegex(@"^\| (?<rule>(?!rule )[a-z][a-z-]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
