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
    public async Task Every_order_of_the_catalogue_is_a_valid_draft(string key)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer))
            TestKnowledge.Base.Orders[key].WriteTo(
                writer, new DraftContext("pat", "Condition/net", "Practitioner/doc", "Encounter/enc", Samples.Day, "proposal"), "some-card");
        var draft = JsonNode.Parse(buffer.ToArray())!;

        (await medplum.ValidateAsync(draft)).Should().BeEmpty(draft.ToJsonString());
    }
}
