using System.CommandLine;
using NetCdsHooks.Clinical.Cards.Reading;

namespace NetCdsHooks.Commands;

/// <summary><c>schema</c>: what an editor needs to complete card files.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema of card files, made from the fact catalogue.");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(CardSchema.Generate()));
        return command;
    }
}
