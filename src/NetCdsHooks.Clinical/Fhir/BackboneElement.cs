using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>A part of a resource, or a data type, that may carry extensions which change its meaning. None is known here, so that one makes the whole unreadable.</summary>
public abstract record BackboneElement
{
    /// <exception cref="JsonException">There is one.</exception>
    public ImmutableArray<Extension> ModifierExtension
    {
        get => [];
        init
        {
            if (value.IsDefaultOrEmpty)
                return;
            Tolerances.Use(Tolerance.ModifierExtension);
            throw new JsonException();
        }
    }
}
