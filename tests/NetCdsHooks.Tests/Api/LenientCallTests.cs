using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

[Collection(SharedService.Name)]
public sealed class LenientCallTests(SharedService service)
{
    private readonly ServiceHost _host = service.Host;

    /// <summary>Requirement; story; member; the JSON put there.</summary>
    public static TheoryData<string, string, string, string> Harmless => new()
    {
        { "G-06", "an unknown member", "zzz", "{\"a\":1}" },
        { "G-06", "an unknown member of the context", "context.zzz", "{\"a\":[]}" },
        { "E-03", "an extension", "extension", "{\"org.example.trigger\":{\"a\":1}}" },
        { "E-03", "an extension of the context", "context.extension", "{\"org.example.x\":true}" },
        { "Q-03", "a UUID in capitals", "hookInstance", "\"F399C67C-C703-11EA-AF16-460231621F93\"" },
        { "Q-03", "an instance that is no UUID", "hookInstance", "\"call number seven\"" },
        { "Q-12", "a patient id with its type", "context.patientId", $"\"Patient/{HookCall.Patient}\"" },
        { "Q-12", "an encounter id with its type", "context.encounterId", "\"Encounter/enc-9\"" },
        { "H-03", "no encounter", "context.encounterId", "null" },
        { "H-07", "a practitioner role", "context.userId", "\"PractitionerRole/1\"" },
        { "H-07", "a patient as user", "context.userId", "\"Patient/1\"" },
        { "H-07", "a related person as user", "context.userId", "\"RelatedPerson/1\"" },
        { "P-10", "a key that nobody asked for", "prefetch.zzz", "{\"resourceType\":\"Observation\",\"value\":7}" },
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task What_the_specification_leaves_open_changes_nothing(string requirement, string story, string member, string json)
    {
        var plain = await _host.Call(HookCall.ActiveTumour(_host));

        var answer = await _host.Call(HookCall.ActiveTumour(_host).With(member, JsonNode.Parse(json)));

        answer.Status.Should().Be(200, $"{requirement}: {story}");
        answer.CardIds.Should().Equal(plain.CardIds, $"{requirement}: {story}");
    }

    [Fact]
    public async Task An_instance_that_is_no_UUID_is_not_logged_as_it_is()
    {
        await using var host = new ServiceHost();

        await host.Call(HookCall.ActiveTumour(host).With("hookInstance", "for Mrs Smith"));

        host.Log.Should().Contain("hookInstance is no UUID").And.NotContain("Smith");
    }
}
