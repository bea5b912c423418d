using System.Collections.Immutable;

namespace NetCdsHooks.Tests.Cards.Lines;

/// <summary>What the cards of coordination were asked to do.</summary>
internal static class CoordinationLines
{
    internal static ImmutableArray<CardLine> All { get; } =
    [
        new("mdt-review-missing", 'F', "none ever"),
        new("mdt-review-missing", 'N', "three weeks ago"),
        new("mdt-review-missing", 'B', "on the day of the progression", ("day of the progression", "silent")),
        new("mdt-review-missing", 'U', "a query failed"),
        new("men1-family-surveillance", 'F', "MEN1, nothing of relatives"),
        new("men1-family-surveillance", 'N', "relatives named"),
        new("men1-family-surveillance", 'B', "MEN1 refuted", ("refuted", "silent")),
        new("men1-family-surveillance", 'U', "family history failed"),
        new("hereditary-surveillance", 'F', "pancreas imaged 14 months ago"),
        new("hereditary-surveillance", 'N', "all within 12 months"),
        new("hereditary-surveillance", 'B', "12 months, and a day more", ("12 months", "silent"), ("12 months and (a|one) day|a day more than 12 months", "fires")),
        new("hereditary-surveillance", 'U', "imaging failed"),
        new("net-data-quality", 'F', "Ki-67 150"),
        new("net-data-quality", 'N', "clean"),
        new("net-data-quality", 'B', "Ki-67 100", ("100 %", "silent")),
        new("net-data-quality", 'U', "no data"),
    ];
}
