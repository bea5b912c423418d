using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
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
        Define.Choice("hook", "moment of the call", picture => Fact.Known(picture.Hook), null),
        Kinds,
        Define.Text("draftName", "order in question", 40, picture => picture.Draft.Name, text => text, DraftOrders),
        Define.Date("draftDate", "planned day", picture => picture.Draft.Date, DraftOrders),
        Define.Number("draftDose", "dose ordered", "mg", picture => picture.Draft.Dose, dose => dose, DraftOrders),
        Define.Number("draftDailyDose", "daily dose ordered", "mg", picture => picture.Draft.DailyDose, dose => dose, DraftOrders),
        Define.Number("draftTimesPerDay", "doses a day ordered", "", picture => picture.Draft.TimesPerDay, Interval<decimal>.Exactly, DraftOrders),
        Define.Number("draftInterval", "interval ordered", "days", picture => picture.Draft.IntervalDays, Interval<decimal>.Exactly, DraftOrders),
        Define.Text("draftDosage", "dosage ordered", 30, picture => picture.Draft.DoseWording, text => text, DraftOrders),
        Define.Flag("draftForOtherDisease", "ordered for another disease", picture => picture.Draft.ForOtherDisease, DraftOrders, Conditions),
    ];
}
