using System.CommandLine;
using NetCdsHooks.Clinical.Cards.Reading;

namespace NetCdsHooks.Commands;

/// <summary><c>schema</c>: what editors need to complete card files.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var command = new Command("schema", $"Prints the JSON schema of card files, for {Hosting.KnowledgeFolder.Name}/card.schema.json.");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(CardSchema.Generate()));
        return command;
    }
}
