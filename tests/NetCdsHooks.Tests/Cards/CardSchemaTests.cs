using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

public class CardSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_that_the_fact_catalogue_gives() =>
        File.ReadAllText(Repository.PathOf("cds-cards", "card.schema.json")).Should().Be(
            CardSchema.Generate(), "after a change of facts run: dotnet run --project src/NetCdsHooks -- schema cds-cards/card.schema.json");
}
