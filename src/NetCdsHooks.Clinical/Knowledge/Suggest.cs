namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>Says what would have been accepted, nearest first.</summary>
internal static class Suggest
{
    private const int Most = 8;

    /// <summary>A message such as <c>a fact: ki67, ki67Raw, ... (74 in all)</c>.</summary>
    internal static string Names(string what, string found, IEnumerable<string> accepted)
    {
        var names = accepted.ToArray();
        var nearest = names.OrderBy(name => Distance(found, name)).ThenBy(name => name, StringComparer.Ordinal).Take(Most);
        return names.Length <= Most
            ? $"{what}: {string.Join(", ", nearest)}"
            : $"{what}, such as {string.Join(", ", nearest)} ({names.Length} in all)";
    }

    /// <summary>Levenshtein's edit distance, letters of either case being equal.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[right.Length];
    }
}
