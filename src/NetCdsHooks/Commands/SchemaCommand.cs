using System.CommandLine;
using NetCdsHooks.Clinical.Cards.Reading;

namespace NetCdsHooks.Commands;

/// <summary><c>schema</c>: what an editor needs to complete card files.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it, such as cds-cards/card.schema.json" };
        var command = new Command("schema", "Writes the JSON schema of card files, made from the fact catalogue.") { file };
        command.SetAction(parsed =>
        {
            try
            {
                File.WriteAllText(parsed.GetRequiredValue(file), CardSchema.Generate());
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"FILE: found {parsed.GetRequiredValue(file)}; accepted: a file that can be written ({exception.Message})");
                return 1;
            }
        });
        return command;
    }
}
