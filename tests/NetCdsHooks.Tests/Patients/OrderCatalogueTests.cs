using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

[Collection(MedplumCollection.Name)]
public sealed class OrderCatalogueTests(MedplumServer medplum)
{
    public static TheoryData<string> Orders => new(TestKnowledge.Base.Orders.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Orders))]
    [Trait("Requirement", "S-08")]
    [Trait("Requirement", "S-13")]
    public Task Every_order_of_the_catalogue_is_a_valid_draft(string key) =>
        ExpectValid(key, new("pat", "Condition/net", "Practitioner/doc", "Encounter/enc", Samples.Day, "proposal"));

    [Theory]
    [MemberData(nameof(Orders))]
    [Trait("Requirement", "S-08")]
    public Task Every_order_is_valid_for_a_call_that_names_nothing_but_the_patient(string key) =>
        ExpectValid(key, new("pat", null, null, null, Samples.Day, "order"));

    private async Task ExpectValid(string key, DraftContext context)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer))
            TestKnowledge.Base.Orders[key].WriteTo(writer, context, "some-card");
        var draft = JsonNode.Parse(buffer.ToArray())!;

        (await medplum.ValidateAsync(draft)).Should().BeEmpty(draft.ToJsonString());
    }
}
