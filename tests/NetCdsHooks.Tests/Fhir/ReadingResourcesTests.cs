using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Fhir;

public class ReadingResourcesTests
{
    [Theory]
    [Trait("Requirement", "P-13")]
    [InlineData("category as an object", """{"resourceType":"Observation","status":"final","category":{"text":"lab"},"code":{"text":"x"}}""")]
    [InlineData("empty coding", """{"resourceType":"Observation","status":"final","code":{"coding":[{}]}}""")]
    [InlineData("empty arrays", """{"resourceType":"Observation","status":"final","code":{"coding":[]},"interpretation":[],"component":[]}""")]
    [InlineData("a single coding where a list belongs", """{"resourceType":"Observation","code":{"coding":{"code":"x"}}}""")]
    [InlineData("nulls in a list", """{"resourceType":"Observation","code":{"coding":[null,{"code":"x"}]}}""")]
    [InlineData("a quoted number", """{"resourceType":"Observation","code":{"text":"x"},"valueQuantity":{"value":"2.5","unit":"%"}}""")]
    [InlineData("elements nobody knows", """{"resourceType":"Observation","zzz":{"a":[1]},"_status":{"extension":[]},"code":{"text":"x"}}""")]
    [InlineData("resourceType at the end", """{"status":"final","code":{"text":"x"},"resourceType":"Observation"}""")]
    public void Shapes_that_real_systems_get_wrong_are_read(string story, string json) =>
        Read(json).Should().BeOfType<Observation>(story);

    [Fact]
    public void The_dose_of_an_older_version_does_no_harm() =>
        Read("""{"resourceType":"MedicationRequest","status":"active","dosageInstruction":[{"doseQuantity":{"value":1}}]}""")
            .Should().BeOfType<MedicationRequest>();

    [Theory]
    [InlineData("a text where an object belongs", """{"resourceType":"Observation","id":"o1","code":"Ki-67"}""", "Observation", "$.code")]
    [InlineData("a number out of range", """{"resourceType":"Observation","id":"o1","valueQuantity":{"value":1e400}}""", "Observation", "$.valueQuantity.value")]
    [InlineData("a broken element deep inside", """{"resourceType":"Observation","id":"o1","component":[{"code":{"coding":[{"code":5}]}}]}""", "Observation", "$.component")]
    public void What_cannot_be_read_says_what_it_claimed_to_be(string story, string json, string type, string place)
    {
        var unreadable = Read(json).Should().BeOfType<UnreadableResource>(story).Subject;

        unreadable.TypeName.Should().Be(type);
        unreadable.Id.Should().Be("o1");
        unreadable.Problem.Should().StartWith($"Observation could not be read at {place}");
    }

    [Theory]
    [InlineData("\"<html>\"")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"resourceType":5}""")]
    public void What_is_no_resource_is_unreadable(string json) =>
        Read(json).Should().BeOfType<UnreadableResource>().Which.ClaimedType.Should().BeNull();

    [Fact]
    public void An_unreadable_resource_harms_none_of_its_neighbours()
    {
        var bundle = (Bundle)Read("""
            {"resourceType":"Bundle","type":"searchset","entry":[
              {"resource":{"resourceType":"Observation","id":"a","status":"final"}},
              {"resource":{"resourceType":"Observation","id":"b","status":["final"],"code":{"coding":[{"code":"29593-1"}]},"subject":{"reference":"Patient/x"}}},
              {"resource":{"resourceType":"Observation","id":"c","status":"final"}}]}
            """);

        bundle.Entry.Select(entry => entry.Resource!.Self).Should().Equal("Observation/a", "Observation/b", "Observation/c");
        var spoilt = bundle.Entry[1].Resource.Should().BeOfType<UnreadableResource>().Subject;
        spoilt.Code!.Coding.Single().Code.Should().Be("29593-1");
        spoilt.Subject!.Target.Should().Be("Patient/x");
    }

    [Fact]
    public void A_modifier_extension_that_nobody_knows_makes_a_resource_unusable() =>
        Read("""{"resourceType":"Observation","id":"o1","modifierExtension":[{"url":"http://example.org/not"}]}""")
            .Should().BeOfType<UnreadableResource>().Which.Problem.Should().Contain("modifierExtension");

    [Fact]
    public void A_resource_from_which_nothing_is_read_is_passed_over() =>
        Read("""{"resourceType":"Immunization","status":5}""").Should().BeOfType<OtherResource>().Which.TypeName.Should().Be("Immunization");

    [Theory]
    [InlineData("Patient/ida", "ida")]
    [InlineData("https://ehr.example.org/fhir/Patient/ida", "ida")]
    [InlineData("Patient/ida/_history/2", "ida")]
    [InlineData("Practitioner/ida", null)]
    [InlineData("urn:uuid:1", null)]
    [InlineData("#ida", null)]
    [InlineData("ida", null)]
    [InlineData(null, null)]
    public void A_reference_gives_the_id_of_the_type_asked_for(string? target, string? id) =>
        new Reference { Target = target }.IdOf("Patient").Should().Be(id);

    public static TheoryData<string> Samples => Support.Samples.Theory;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_resource_of_every_sample_is_readable(string sample)
    {
        var bundle = (Bundle)Read(File.ReadAllText(Repository.PathOf("fhir-samples", sample, "bundle.json")));

        bundle.Entry.Should().HaveCountGreaterThanOrEqualTo(20);
        bundle.Entry.Select(entry => entry.Resource).Should().NotContain(resource => resource is UnreadableResource);
    }

    private static Resource Read(string json) => JsonSerializer.Deserialize(json, FhirJson.Default.Resource)!;
}
