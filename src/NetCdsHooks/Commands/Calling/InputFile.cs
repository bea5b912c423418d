using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Files that the user names.</summary>
internal static class InputFile
{
    private const long Largest = 10 * 1024 * 1024;

    /// <exception cref="CommandException">It cannot be read, or is larger than 10 MiB.</exception>
    internal static string Text(string file)
    {
        try
        {
            return new FileInfo(file).Length <= Largest ? File.ReadAllText(file) : throw new CommandException($"{file}: found more than 10 MiB; accepted: less");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="CommandException">It is no JSON object either.</exception>
    internal static JsonObject Object(string file)
    {
        try
        {
            return JsonNode.Parse(Text(file)) as JsonObject ?? throw new CommandException($"{file}: found something else; accepted: a JSON object");
        }
        catch (JsonException exception)
        {
            throw new CommandException($"{file}: found text that is no JSON in line {exception.LineNumber + 1}; accepted: a JSON object");
        }
    }
}
