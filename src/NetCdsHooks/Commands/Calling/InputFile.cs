using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Files that the user names.</summary>
internal static class InputFile
{
    private const int Largest = 10 * 1024 * 1024;
    private const int LongestToken = 64 * 1024;

    /// <exception cref="CommandException">It cannot be read, or is larger than 10 MiB.</exception>
    internal static string Text(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var text = new StringBuilder();
            var part = new char[64 * 1024];
            for (var count = reader.Read(part); count > 0; count = reader.Read(part))
                if (text.Append(part, 0, count).Length > Largest)
                    throw new CommandException($"{file}: found more than 10 MiB; accepted: less");
            return text.ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{file} cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="CommandException">It is no token either; the content is not told.</exception>
    internal static string Token(string file)
    {
        var token = Text(file).Trim();
        return token.Length is > 0 and <= LongestToken && token.All(sign => sign is > ' ' and <= '~')
            ? token
            : throw new CommandException($"{file}: found something else; accepted: a token of visible ASCII characters in one line");
    }

    /// <exception cref="CommandException">It is no JSON object either.</exception>
    internal static JsonObject Object(string file)
    {
        try
        {
            return JsonNode.Parse(Text(file), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? throw new CommandException($"{file}: found something else; accepted: a JSON object");
        }
        catch (JsonException exception)
        {
            throw new CommandException($"{file}: found text that is no JSON, or a member twice, in line {(exception.LineNumber ?? 0) + 1}; accepted: a JSON object");
        }
    }
}
