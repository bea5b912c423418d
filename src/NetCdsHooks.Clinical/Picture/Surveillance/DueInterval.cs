namespace NetCdsHooks.Clinical.Picture;

/// <summary>After how many calendar months something is to be done again.</summary>
/// <param name="FromMonths">Start of the window; null when only a longest interval is named.</param>
/// <param name="ByMonths">End of the window.</param>
/// <param name="Late">What it is after the end of the window.</param>
public sealed record DueInterval(int? FromMonths, int ByMonths, DueState Late = DueState.Overdue)
{
    /// <summary>Such as <c>every 3 to 6 months</c>.</summary>
    public string Wording => FromMonths is { } from ? $"every {from} to {ByMonths} months" : $"at most every {ByMonths} months";
}
