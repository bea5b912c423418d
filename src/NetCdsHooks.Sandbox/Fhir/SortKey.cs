using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>One key of <c>_sort</c>: a date parameter of the type. Resources without a date come last either way.</summary>
internal sealed record SortKey(SearchParameter Parameter, bool Descending)
{
    public static SortKey Read(string type, string key)
    {
        var descending = key.StartsWith('-');
        var name = descending ? key[1..] : key;
        var sortable = SearchCatalog.For(type).Where(parameter => parameter.Kind == SearchKind.Date).ToList();
        return sortable.Find(parameter => parameter.Name == name) is { } found
            ? new SortKey(found, descending)
            : throw FhirRefusal.Invalid($"Cannot sort {type} by '{key}'; accepted: {Accepted(sortable)}.");
    }

    /// <summary>Stable, so that a later key can be applied first.</summary>
    public IEnumerable<SampleResource> Order(IEnumerable<SampleResource> resources)
    {
        var dated = resources.Select(resource => (Resource: resource, Range: RangeOf(resource)));
        var ordered = Descending
            ? dated.OrderBy(item => item.Range is null).ThenByDescending(item => item.Range?.High)
            : dated.OrderBy(item => item.Range is null).ThenBy(item => item.Range?.Low);
        return ordered.Select(item => item.Resource);
    }

    private DateRange? RangeOf(SampleResource resource) =>
        Parameter.Values(resource.Json).Select(DateRange.Of).FirstOrDefault(range => range is not null);

    private static string Accepted(List<SearchParameter> sortable) =>
        sortable.Count == 0 ? "nothing" : string.Join(", ", sortable.SelectMany(parameter => new[] { parameter.Name, "-" + parameter.Name }));
}
