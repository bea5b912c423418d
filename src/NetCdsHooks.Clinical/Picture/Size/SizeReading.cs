using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One recorded size of a tumour.</summary>
/// <param name="Millimetres">Null when the value means nothing (inches, no unit, no number).</param>
/// <param name="Tumour">Which tumour it was, so far as recorded; equal for sizes of the same one.</param>
/// <param name="BodySite">Where it was measured, null when not recorded.</param>
/// <param name="InPlace">False for a size measured on a specimen.</param>
/// <param name="Modality">Null when not recorded.</param>
/// <param name="Evidence">The resource, with its date.</param>
internal sealed record SizeReading(
    Interval<decimal>? Millimetres, TumourKey Tumour, CodeableConcept? BodySite, bool InPlace, Modality? Modality, Evidence Evidence)
{
    internal PartialDate? Date => Evidence.Date;

    /// <summary>Date and number, where there is a date and the number is exact, as growth needs them.</summary>
    internal (PartialDate Date, decimal Mm)? Measured =>
        Date is { } date && Millimetres is { IsExact: true } size ? (date, size.Low) : null;
}

/// <summary>Tells tumours apart.</summary>
/// <param name="Name">The reference in <c>focus</c>, else the body site.</param>
/// <param name="ByFocus">True for a reference.</param>
internal readonly record struct TumourKey(string Name, bool ByFocus);
