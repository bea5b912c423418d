using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds a statement, in a report, a note or the record of a tumour board, that the tumour cannot be resected.</summary>
internal sealed class ResectabilityReader(Chart chart)
{
    internal Fact<bool> Unresectable() => chart.Stated("unresectable");
}
