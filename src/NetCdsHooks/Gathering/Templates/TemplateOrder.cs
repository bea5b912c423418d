namespace NetCdsHooks.Gathering.Templates;

/// <summary>A template that needs the answer to another is listed after it (CDS Hooks T-09).</summary>
internal static class TemplateOrder
{
    private const string Accepted = "the key of a template that is listed before";

    /// <returns>Each fault with the key of its template, what was found and what is accepted.</returns>
    internal static IEnumerable<string> FaultsIn(IReadOnlyList<KeyValuePair<string, string>> templates)
    {
        var needs = templates.Select(template => (template.Key, Needed: NeededBy(template.Value))).ToLookup(pair => pair.Key, pair => pair.Needed);
        var before = new HashSet<string>();
        foreach (var (key, template) in templates)
        {
            foreach (var needed in NeededBy(template).Where(needed => !before.Contains(needed)))
                yield return $"{key}: found the token %{needed}{Why(needed)}; accepted: {Accepted}";
            before.Add(key);

            string Why(string needed) =>
                !needs.Contains(needed) ? ", the key of no template"
                : Circle(needed, key, [key], []) is { } circle ? $", which leads in a circle ({circle})"
                : ", which is listed later";
        }

        // The way from one template to another over those that each needs; null for none.
        string? Circle(string from, string to, IReadOnlyList<string> way, HashSet<string> seen) =>
            from == to ? string.Join(" -> ", way.Append(to))
            : !seen.Add(from) ? null
            : needs[from].SelectMany(needed => needed).Select(next => Circle(next, to, [.. way, from], seen)).FirstOrDefault(circle => circle is not null);
    }

    private static string[] NeededBy(string template) =>
        [.. TemplateToken.In(template).SelectMany(TemplateToken.PathsOf).Select(TemplateToken.KeyOf).OfType<string>().Distinct()];
}
