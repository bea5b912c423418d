using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>When something is to be done again.</summary>
/// <param name="Last">When it was done last.</param>
/// <param name="From">First day of the window; null for a plan that only names a longest interval.</param>
/// <param name="By">Last day of the window.</param>
/// <param name="Wording">In words for a card, such as <c>in its window: 2026-10-10 to 2027-04-10</c> or <c>6 days overdue</c>.</param>
public sealed record DueWindow(PartialDate Last, DateOnly? From, DateOnly By, string Wording);
