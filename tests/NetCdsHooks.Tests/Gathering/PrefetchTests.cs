using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What a prefetched value means when nobody can be asked for more.</summary>
[Collection(SharedService.Name)]
public sealed class PrefetchTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    /// <summary>Requirement; story; the JSON of the key <c>pathology</c>; the cards about Ki-67 and about missing data.</summary>
    public static TheoryData<string, string, string, bool, bool> PathologyValues => new()
    {
        { "P-02", "a Bundle with the result", SomeJson.Bundle(SomeJson.Ki67()).ToJsonString(), false, false },
        { "P-03", "null is an answer", "null", true, false },
        { "P-04", "a Bundle without entry is an answer", """{"resourceType":"Bundle","type":"searchset","total":0}""", true, false },
        { "P-13", "null in the place of an entry may stand for a result", """{"resourceType":"Bundle","type":"searchset","entry":[null]}""", false, true },
        { "P-13", "an empty entry may stand for a result", """{"resourceType":"Bundle","type":"searchset","entry":[{}]}""", false, true },
        { "P-13", "an empty list of entries is an answer", """{"resourceType":"Bundle","type":"searchset","entry":[]}""", true, false },
        { "P-05", "an OperationOutcome is a failure", SomeJson.Outcome("error").ToJsonString(), false, true },
        { "P-05", "an OperationOutcome that only warns is no answer either", SomeJson.Outcome("warning").ToJsonString(), false, true },
        { "P-06", "a warning inside the Bundle means empty", SomeJson.Bundle(SomeJson.Outcome("warning")).ToJsonString(), true, false },
        { "P-06", "an error inside the Bundle is a failure", SomeJson.Bundle(SomeJson.Outcome("error")).ToJsonString(), false, true },
        { "P-06", "an error beside a result keeps the result", SomeJson.Bundle(SomeJson.Ki67(), SomeJson.Outcome("fatal")).ToJsonString(), false, true },
        { "P-09", "a page without access to the next", SomeJson.Bundle().WithNext("https://ehr.example/fhir?page=2").ToJsonString(), false, true },
        { "P-09", "fewer than the total", """{"resourceType":"Bundle","type":"searchset","total":3}""", false, true },
        { "P-11", "a string", "\"none\"", false, true },
        { "P-11", "HTML", "\"<html>\"", false, true },
        { "P-11", "another resource", SomeJson.Patient().ToJsonString(), false, true },
        { "P-11", "one result in place of the search", SomeJson.Ki67().ToJsonString(), false, true },
        { "P-11", "a Bundle of something else", SomeJson.Bundle(SomeJson.Tumour()).ToJsonString(), false, true },
        { "P-11", "an object without resourceType", "{}", false, true },
        { "P-12", "a result of somebody else is not used", SomeJson.Bundle(SomeJson.Ki67("other")).ToJsonString(), true, false },
    };

    /// <summary>Story; the JSON of the key <c>patient</c>.</summary>
    public static TheoryData<string, string> NoPatients => new()
    {
        { "null: what is read by its id has to be there", "null" },
        { "somebody else", """{"resourceType":"Patient","id":"other"}""" },
        { "nobody by id", """{"resourceType":"Patient"}""" },
        { "an empty search", """{"resourceType":"Bundle","type":"searchset","entry":[]}""" },
    };

    [Theory]
    [MemberData(nameof(NoPatients))]
    [Trait("Requirement", "P-12")]
    public async Task Without_the_person_the_checks_are_said_to_be_unmade(string story, string json)
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host).Prefetch("patient", JsonNode.Parse(json)));

        answer.CardIds.Should().Contain("net-data-incomplete", story);
        answer.Text.Should().Contain("**patient**", story);
    }

    [Theory]
    [MemberData(nameof(PathologyValues))]
    [Trait("Requirement", "P-02")]
    [Trait("Requirement", "P-03")]
    [Trait("Requirement", "P-04")]
    [Trait("Requirement", "P-05")]
    [Trait("Requirement", "P-06")]
    [Trait("Requirement", "P-08")]
    [Trait("Requirement", "P-09")]
    [Trait("Requirement", "P-11")]
    [Trait("Requirement", "P-12")]
    public async Task A_value_is_an_answer_or_a_gap_but_never_both(string requirement, string story, string json, bool saysUnrecorded, bool saysIncomplete)
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host).Prefetch("pathology", JsonNode.Parse(json)));

        answer.Status.Should().Be(200, $"{requirement}: {story}");
        answer.CardIds.Contains("ki67-unrecorded").Should().Be(saysUnrecorded, $"{requirement}: {story}");
        answer.CardIds.Contains("net-data-incomplete").Should().Be(saysIncomplete, $"{requirement}: {story}");
    }

    [Fact]
    [Trait("Requirement", "P-08")]
    public async Task A_missing_key_that_is_not_required_is_named_on_a_card()
    {
        var answer = await _host.Call(HookCall.ActiveTumour(_host).WithoutPrefetch("imaging"));

        answer.Status.Should().Be(200);
        answer.Card("net-data-incomplete")["detail"]!.ToString().Should().Contain("imaging");
        answer.CardIds.Should().Contain("tumour-active");
    }

    /// <summary>Requirement; story; the JSON of the key <c>conditions</c>; what the refusal says.</summary>
    public static TheoryData<string, string, string, string> UselessProblemLists => new()
    {
        { "P-05", "an OperationOutcome", SomeJson.Outcome("error").ToJsonString(), "its prefetch held no usable answer" },
        { "P-06", "an error inside the Bundle", SomeJson.Bundle(SomeJson.Outcome("error")).ToJsonString(), "its prefetch held no usable answer" },
        { "P-11", "HTML", "\"<html>\"", "its prefetch held no usable answer" },
        { "P-11", "a Bundle of something else", SomeJson.Bundle(SomeJson.Patient()).ToJsonString(), "its prefetch held no usable answer" },
        { "P-12", "a list of somebody else", SomeJson.Bundle(SomeJson.Hypertension("other")).ToJsonString(), "every entry was about another patient" },
    };

    [Theory]
    [MemberData(nameof(UselessProblemLists))]
    [Trait("Requirement", "P-05")]
    [Trait("Requirement", "P-07")]
    [Trait("Requirement", "P-11")]
    [Trait("Requirement", "R-03")]
    public async Task Without_a_problem_list_there_is_no_advice(string requirement, string story, string json, string reason)
    {
        var answer = await _host.Call(HookCall.NoTumour(_host).Prefetch("conditions", JsonNode.Parse(json)));

        answer.Status.Should().Be(412, $"{requirement}: {story}");
        answer.Reason.Should().Contain("Prefetch key 'conditions'").And.Contain(reason);
    }

    [Fact]
    [Trait("Requirement", "P-07")]
    public async Task An_absent_problem_list_without_access_is_refused_with_the_reason()
    {
        var answer = await _host.Call(HookCall.NoTumour(_host).WithoutPrefetch("conditions"));

        answer.Status.Should().Be(412);
        answer.Reason.Should().Contain("it was absent from the prefetch, and the FHIR server could not be asked: the call named no fhirServer");
    }

    [Fact]
    public async Task A_call_without_any_prefetch_is_refused_and_the_service_lives_on()
    {
        (await _host.Call(new HookCall().WithoutPrefetch())).Status.Should().Be(412);

        (await _host.Call(HookCall.NoTumour(_host))).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_problem_list_cut_short_before_a_tumour_was_seen_is_never_silent()
    {
        var answer = await _host.Call(HookCall.NoTumour(_host)
            .Prefetch("conditions", SomeJson.Bundle(SomeJson.Hypertension()).WithNext("https://ehr.example/fhir?page=2")));

        answer.CardIds.Should().Equal("net-data-incomplete");
    }

    [Fact]
    public async Task An_unreadable_diagnosis_keeps_the_gate_open()
    {
        var spoilt = SomeJson.Hypertension();
        spoilt["code"] = new JsonArray(1, 2);

        var answer = await _host.Call(HookCall.NoTumour(_host).Prefetch("conditions", SomeJson.Bundle(spoilt)));

        answer.CardIds.Should().Equal("net-data-incomplete");
    }

    [Fact]
    [Trait("Requirement", "P-12")]
    public async Task Only_the_number_of_refused_resources_is_logged()
    {
        await using var host = new ServiceHost();

        await host.Call(HookCall.ActiveTumour(host).Prefetch("pathology", SomeJson.Bundle(SomeJson.Ki67("other-patient"), SomeJson.Ki67())));

        host.Log.Should().Contain("1 resource(s) about other patients were refused").And.NotContain("other-patient").And.NotContain(HookCall.Patient);
    }
}
