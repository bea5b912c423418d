namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>How often to look again, in months (clinical part 5.2).</summary>
internal sealed record Plan(string Name, int? From, int By, int MarkersFrom, int MarkersBy)
{
    internal static readonly Plan None = new("P0", null, 0, 0, 0);
    internal static readonly Plan P1 = new("P1", 2, 3, 2, 3);
    internal static readonly Plan P3 = new("P3", 3, 6, 3, 6);
    internal static readonly Plan P4 = new("P4", 6, 12, 0, 6);
    internal static readonly Plan P5 = new("P5", 6, 12, 6, 12);
    internal static readonly Plan P7 = new("P7", null, 12, 0, 12);
}
