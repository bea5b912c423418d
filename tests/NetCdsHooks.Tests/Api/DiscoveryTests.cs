using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

[Collection(SharedService.Name)]
public sealed class DiscoveryTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    [Fact]
    [Trait("Requirement", "D-01")]
    [Trait("Requirement", "D-02")]
    public async Task Discovery_answers_an_object_with_the_services()
    {
        var answer = await _host.Get("/cds-services");

        answer.Status.Should().Be(200);
        answer.Http.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Json["services"]!.AsArray().Select(entry => (string?)entry!["id"]).Should().Equal(
            "net-patient-view", "net-order-select", "net-order-sign", "net-order-dispatch", "net-appointment-book",
            "net-encounter-start", "net-encounter-discharge", "net-problem-list-item-create");
    }

    [Fact]
    [Trait("Requirement", "D-03")]
    public void Without_services_the_list_is_empty() =>
        JsonSerializer.Serialize(new Discovery([]), HookFormat.Answer.Discovery).Should().Be("""{"services":[]}""");

    [Fact]
    [Trait("Requirement", "D-05")]
    [Trait("Requirement", "D-14")]
    public async Task Every_service_lies_under_the_address_of_discovery()
    {
        foreach (var entry in await Entries(_host))
        {
            entry.Should().NotContainKeys("url", "uri");
            (await _host.Post("{}", path: $"/cds-services/{entry["id"]}")).Status.Should().Be(400, "the service is there and asks for a call");
        }
    }

    [Fact]
    [Trait("Requirement", "D-19")]
    public async Task Discovery_tells_nothing_of_the_machine()
    {
        var text = (await _host.Get("/cds-services")).Text;

        text.Should().NotContainAny("localhost", "127.0.0.1", Environment.MachineName, Repository.PathOf(), HookCall.Patient, SomeKey.Text);
    }

    [Theory]
    [Trait("Requirement", "D-09")]
    [Trait("Requirement", "D-16")]
    [Trait("Requirement", "D-04")]
    [Trait("Requirement", "D-06")]
    [Trait("Requirement", "D-07")]
    [Trait("Requirement", "D-10")]
    [Trait("Requirement", "D-17")]
    [InlineData("hook", "^(patient-view|order-select|order-sign|order-dispatch|appointment-book|encounter-start|encounter-discharge|problem-list-item-create)$")]
    [InlineData("id", "^[A-Za-z0-9._-]{1,64}$")]
    [InlineData("title", "^.+$")]
    [InlineData("description", "^.+$")]
    [InlineData("usageRequirements", "problem list")]
    [InlineData("version", @"^\d+\.\d+\.\d+$")]
    public async Task Every_entry_says_what_it_is(string member, string pattern)
    {
        foreach (var entry in await Entries(_host))
            ((string?)entry[member]).Should().MatchRegex(pattern);
    }

    [Fact]
    [Trait("Requirement", "D-08")]
    [Trait("Requirement", "T-10")]
    public async Task Patient_and_problem_list_come_first_among_the_prefetch_keys()
    {
        var prefetch = await Prefetch(_host);

        prefetch.Keys.Take(2).Should().Equal("patient", "conditions");
        prefetch["patient"].Should().Be("Patient/{{context.patientId}}");
        prefetch["conditions"].Should().Be("Condition?patient={{context.patientId}}");
        prefetch["service-requests"].Should().Be("ServiceRequest?patient={{context.patientId}}&status=active,on-hold,completed");
        prefetch["pathology"].Should().StartWith("Observation?patient={{context.patientId}}&code=http://loinc.org|").And.EndWith("&_sort=-date&_count=100");
    }

    [Fact]
    [Trait("Requirement", "T-05")]
    [Trait("Requirement", "T-01")]
    [Trait("Requirement", "T-02")]
    [Trait("Requirement", "T-03")]
    [Trait("Requirement", "T-04")]
    [Trait("Requirement", "T-06")]
    [Trait("Requirement", "T-07")]
    public async Task Templates_keep_to_the_queries_that_every_client_knows()
    {
        foreach (var (key, template) in await Prefetch(_host))
        {
            template.Should().MatchRegex(@"^(Patient/\{\{context\.patientId\}\}|[A-Z][A-Za-z]+\?patient=\{\{context\.patientId\}\}(&(code|status|_sort|_count)=[^&{}]+)*)$", key);
            template.Length.Should().BeLessThan(2000, key);
        }
    }

    [Fact]
    [Trait("Requirement", "T-09")]
    public async Task Each_template_stands_after_those_that_it_depends_on()
    {
        foreach (var entry in await Entries(_host))
            TemplateOrder.FaultsIn([.. entry["prefetch"]!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!))]).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "D-11")]
    public async Task Under_2_0_there_is_no_version_of_the_hook_and_under_3_0_that_of_its_definition()
    {
        await using var ready = new ServiceHost().With("NetCdsHooks:CdsHooks", "V3");

        (await Entries(_host)).Should().AllSatisfy(entry => entry.Should().NotContainKey("hookVersion"));
        (await Entries(ready)).Select(entry => $"{entry["version"]} {entry["hook"]} {entry["hookVersion"]}").Should().Equal(
            "3.0.0 patient-view 1.0", "3.0.0 order-select 1.0", "3.0.0 order-sign 1.0", "3.0.0 order-dispatch 1.1", "3.0.0 appointment-book 1.0",
            "3.0.0 encounter-start 1.0", "3.0.0 encounter-discharge 1.0", "3.0.0 problem-list-item-create 0.1.0");
    }

    [Theory]
    [Trait("Requirement", "D-09")]
    [Trait("Requirement", "A-05")]
    [InlineData("V2", "patient/Patient.read patient/Condition.read")]
    [InlineData("V3", "patient/Patient.r patient/Condition.rs")]
    public async Task The_scopes_that_access_needs_are_told_in_the_form_of_the_edition(string edition, string scopes)
    {
        await using var host = new ServiceHost().With("NetCdsHooks:CdsHooks", edition);

        ((string)(await Entries(host)).First()["usageRequirements"]!).Should().Contain($"Scopes for FHIR access: {scopes}");
    }

    [Theory]
    [Trait("Requirement", "D-09")]
    [Trait("Requirement", "D-10")]
    [Trait("Requirement", "A-05")]
    [InlineData("V2", "2.0.1", "read", "read")]
    [InlineData("V3", "3.0.0", "r", "rs")]
    public async Task Each_service_names_a_scope_for_all_that_it_may_ask_for_and_for_no_more(string edition, string version, string reading, string searching)
    {
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards")).With("NetCdsHooks:CdsHooks", edition);

        foreach (var entry in await Entries(host))
        {
            var templates = entry["prefetch"]!.AsObject().Select(pair => (string)pair.Value!);
            var scopes = ((string)entry["usageRequirements"]!).Split("Scopes for FHIR access: ")[1].TrimEnd('.').Split(' ');

            ((string?)entry["version"]).Should().Be(version);
            scopes.Should().BeEquivalentTo(templates
                .Select(template => template.Split('?', '/')[0] is var type && template.Contains('?') ? $"patient/{type}.{searching}" : $"patient/{type}.{reading}").Distinct());
            if ((string?)entry["hook"] == "order-dispatch")
                scopes.Should().Contain([$"patient/ServiceRequest.{searching}", $"patient/MedicationRequest.{searching}"], "orders that are only named are read");
        }
    }

    [Fact]
    public async Task In_gate_mode_only_patient_and_problem_list_are_asked_for()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:PrefetchMode", "Gate");

        (await Prefetch(host)).Keys.Should().Equal("patient", "conditions");
    }

    private static async Task<IEnumerable<JsonObject>> Entries(ServiceHost host) =>
        (await host.Get("/cds-services")).Json["services"]!.AsArray().Select(entry => entry!.AsObject());

    private static async Task<OrderedDictionary<string, string>> Prefetch(ServiceHost host) =>
        new((await Entries(host)).First()["prefetch"]!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!)));
}
