namespace NetCdsHooks.Hooks;

/// <summary>Plain ids of FHIR resources, as calls carry them.</summary>
internal static class FhirId
{
    internal const string Accepted = "a FHIR id (at most 64 letters, digits, '-', '.' or '_')";

    /// <summary>Strips the type that some clients put before a plain id; null when what remains is no id.</summary>
    internal static string? Plain(string text, string type)
    {
        var id = text.StartsWith($"{type}/", StringComparison.Ordinal) ? text[(type.Length + 1)..] : text;
        return IsId(id) ? id : null;
    }

    /// <summary>Whether it reads <c>Type/id</c>.</summary>
    internal static bool IsReference(string text) =>
        text.Split('/') is [{ Length: > 0 } type, var id] && char.IsAsciiLetterUpper(type[0]) && type.All(char.IsAsciiLetter) && IsId(id);

    /// <summary>Dots alone would climb out of the folder when the id becomes part of an address.</summary>
    internal static bool IsId(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 64 && text.ContainsAnyExcept('.')
        && !text.ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");
}
