using System.Diagnostics;
using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>A parameter of one resource type and the places it looks at.</summary>
internal sealed record SearchParameter(string Name, SearchKind Kind, params string[] Paths)
{
    /// <summary>The word that a CapabilityStatement uses for the kind.</summary>
    public string FhirType => Kind switch
    {
        SearchKind.Id or SearchKind.Token => "token",
        SearchKind.Patient => "reference",
        SearchKind.Date => "date",
        _ => throw new UnreachableException(),
    };

    /// <summary>A test for one value of the query; commas in the value mean "or".</summary>
    public Func<JsonElement, bool> Matcher(string value)
    {
        var choices = QueryText.Split(value, ',').Select(Choice).ToArray();
        return resource => Values(resource).Any(found => choices.Any(matches => matches(found)));
    }

    public IEnumerable<JsonElement> Values(JsonElement resource) => Paths.SelectMany(path => JsonPath.Select(resource, path));

    private Func<JsonElement, bool> Choice(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw FhirRefusal.Invalid($"Parameter '{Name}' holds an empty value.");

        return Kind switch
        {
            SearchKind.Id => found => found.ValueEquals(QueryText.Unescape(value)),
            SearchKind.Patient => PatientMatch.For(value),
            SearchKind.Token => TokenMatch.For(value),
            SearchKind.Date => DateMatch.For(Name, value),
            _ => throw new UnreachableException(),
        };
    }
}
