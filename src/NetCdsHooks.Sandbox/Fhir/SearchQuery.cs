using System.Globalization;
using System.Text.Json;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>A search as asked, checked: unknown parameters, sort keys and counts are refused, never passed over.</summary>
internal sealed record SearchQuery
{
    public const string Sort = "_sort";
    public const string Count = "_count";
    public const string Offset = "_offset";

    public const int DefaultPage = 100;
    public const int LargestPage = 500;

    private const string Format = "_format";

    private static readonly string[] Controls = [Sort, Count, Offset, Format];

    public required string Type { get; init; }

    /// <summary>As written, for the links of the answer; without the place in the list.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Asked { get; init; }

    public required int PageSize { get; init; }

    public required int PageStart { get; init; }

    public required IReadOnlyList<Func<JsonElement, bool>> Criteria { get; init; }

    public required IReadOnlyList<SortKey> SortKeys { get; init; }

    public static SearchQuery Read(string type, IReadOnlyList<KeyValuePair<string, string>> asked)
    {
        var parameters = SearchCatalog.For(type).ToDictionary(parameter => parameter.Name);
        var criteria = new List<Func<JsonElement, bool>>();
        foreach (var (name, value) in asked)
        {
            if (parameters.TryGetValue(name, out var parameter))
                criteria.Add(parameter.Matcher(value));
            else if (!Controls.Contains(name))
                throw FhirRefusal.Invalid($"Unknown parameter '{name}' of {type}; accepted: {string.Join(", ", parameters.Keys.Concat(Controls))}.");
        }

        return new SearchQuery
        {
            Type = type,
            Asked = [.. asked.Where(pair => pair.Key != Offset)],
            PageSize = Math.Min(Number(asked, Count, DefaultPage), LargestPage),
            PageStart = Number(asked, Offset, 0),
            Criteria = criteria,
            SortKeys = [.. asked.Where(pair => pair.Key == Sort).SelectMany(pair => pair.Value.Split(',')).Select(key => SortKey.Read(type, key))],
        };
    }

    public IReadOnlyList<SampleResource> Run(IEnumerable<SampleResource> resources)
    {
        var found = resources.Where(resource => Criteria.All(matches => matches(resource.Json)));
        return [.. SortKeys.Reverse().Aggregate(found, (ordered, key) => key.Order(ordered))];
    }

    private static int Number(IEnumerable<KeyValuePair<string, string>> asked, string name, int otherwise)
    {
        var value = asked.LastOrDefault(pair => pair.Key == name).Value;
        if (value is null)
            return otherwise;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw FhirRefusal.Invalid($"Parameter '{name}': '{value}' is no whole number of 0 or more.");
    }
}
