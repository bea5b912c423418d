using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A Ki-67 labelling index in percent, as far as it is known.</summary>
/// <param name="Percent">The bounds, within 0 to 100.</param>
/// <param name="Raw">As it was written, such as <c>2-3 %</c>.</param>
/// <param name="Approximate">Written with "about" or taken as the first of several values.</param>
public sealed record Ki67(Interval<decimal> Percent, string Raw, bool Approximate = false);
