using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// A FHIR R4 resource, reduced to the elements that a fact uses. Lists are never null: what is missing is empty.
/// </summary>
public abstract record Resource
{
    public string? Id { get; init; }

    public Meta? Meta { get; init; }

    public ImmutableArray<Resource> Contained { get => field.IsDefault ? [] : field; init; }

    /// <summary>Extensions that may change the meaning of everything else in the resource.</summary>
    public ImmutableArray<Extension> ModifierExtension { get => field.IsDefault ? [] : field; init; }

    /// <summary>The FHIR type name, such as <c>Observation</c>.</summary>
    [JsonIgnore]
    public virtual string TypeName => GetType().Name;

    /// <summary>The patients that the resource says it is about; empty when it names nobody.</summary>
    [JsonIgnore]
    public virtual ImmutableArray<Reference> Subjects => [];

    /// <summary>Relative reference such as <c>Observation/ki67-1</c>.</summary>
    [JsonIgnore]
    public string Self => $"{TypeName}/{Id ?? "(no id)"}";

    /// <summary>The contained resource that a reference of the form <c>#id</c> means.</summary>
    public T? Resolve<T>(Reference? reference)
        where T : Resource
    {
        if (reference?.Target is not ['#', .. var id] || Contained.OfType<T>().FirstOrDefault(resource => resource.Id == id) is not { } found)
            return null;
        Tolerances.Use(Tolerance.ContainedResource);
        return found;
    }
}

public sealed record Meta
{
    public string? LastUpdated { get; init; }
}
