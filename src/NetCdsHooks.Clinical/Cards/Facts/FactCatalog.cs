using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Every fact that a card may ask for or print, with the needs that feed it.</summary>
public static class FactCatalog
{
    private static readonly FrozenDictionary<string, FactDefinition> ByName;

    static FactCatalog()
    {
        All =
        [
            .. PersonCatalog.Facts,
            .. TumourCatalog.Facts,
            .. ExtentCatalog.Facts,
            .. ImagingCatalog.Facts,
            .. MedicineCatalog.Facts,
            .. CourseCatalog.Facts,
            .. TreatmentCatalog.Facts,
            .. SurveillanceCatalog.Facts,
            .. HeredityCatalog.Facts,
            .. ContextCatalog.Facts,
            .. LaboratoryCatalog.Facts,
            .. DraftCatalog.Facts,
        ];
        ByName = All.ToFrozenDictionary(fact => fact.Name);
    }

    /// <summary>In the order in which they are listed for readers.</summary>
    public static ImmutableArray<FactDefinition> All { get; }

    /// <summary>Deceased patients get no cards; every card rests on this fact.</summary>
    internal static FactDefinition Deceased => ByName["deceased"];

    /// <summary>Null when no fact has that name.</summary>
    public static FactDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
