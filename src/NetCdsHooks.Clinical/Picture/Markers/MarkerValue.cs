using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One result of a tumour marker or of another laboratory test.</summary>
/// <param name="Text">Value with unit for a reader, such as <c>60 ug/L</c>.</param>
/// <param name="Canonical">The value in <paramref name="Unit"/>; null for a coded or textual result.</param>
/// <param name="Unit">Canonical UCUM unit; values in different units are never compared.</param>
/// <param name="Date">Day of the sample; null when undated.</param>
public sealed record MarkerValue(string Text, Interval<decimal>? Canonical, string? Unit, PartialDate? Date);
