using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Record;

/// <summary>What the call itself tells beside the record: the moment, and the orders that are being placed.</summary>
public sealed record CallContext(Hook Hook)
{
    /// <summary>A chart is opened.</summary>
    public static CallContext PatientView { get; } = new(Hook.PatientView);

    public ImmutableArray<DraftOrder> Drafts { get => field.IsDefault ? [] : field; init; }

    /// <summary>Resources that stand beside the orders and are no orders, such as the Medication that one refers to.</summary>
    public ImmutableArray<Resource> Companions { get => field.IsDefault ? [] : field; init; }
}
