using System.Collections.Immutable;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>The moment of the call and the order in question.</summary>
internal static class DraftCatalog
{
    /// <summary>What the order in question is for; <c>appliesTo</c> asks it.</summary>
    internal static FactDefinition Kinds { get; } =
        Define.Set("draft", "order", picture => picture.Draft.Kinds, TreatmentCatalog.PendingWording, null, DraftOrders);

    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("hook", "moment of the call", picture => Logic.Fact.Known(picture.Hook), null),
        Kinds,
        Define.Text("draftName", "order in question", 40, picture => picture.Draft.Name, text => text, DraftOrders),
        Define.Date("draftDate", "planned day", picture => picture.Draft.Date, DraftOrders),
        Define.Flag("draftForOtherDisease", "ordered for another disease", picture => picture.Draft.ForOtherDisease, DraftOrders, Conditions),
    ];
}
