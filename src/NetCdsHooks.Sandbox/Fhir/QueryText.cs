using System.Text;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>Separators inside a search value; a backslash takes away the meaning of the next character.</summary>
internal static class QueryText
{
    /// <summary>The parts keep their backslashes.</summary>
    public static IReadOnlyList<string> Split(string value, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\')
            {
                at++;
            }
            else if (value[at] == separator)
            {
                parts.Add(value[start..at]);
                start = at + 1;
            }
        }

        parts.Add(value[start..]);
        return parts;
    }

    public static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
            text.Append(value[at] == '\\' && at + 1 < value.Length ? value[++at] : value[at]);
        return text.ToString();
    }
}
