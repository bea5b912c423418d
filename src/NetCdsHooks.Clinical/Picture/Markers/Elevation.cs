using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Whether a marker is above normal: by the laboratory's range, else by its interpretation, else by the usual upper limit.
/// </summary>
internal static class Elevation
{
    internal static Fact<bool> Of(IObservationValue result, RecordedNumber? number, Analyte analyte, Evidence evidence)
    {
        var byRange = number is null ? null : ByRange(result, number, analyte);
        var answer = byRange is { } said and not Truth.Unknown ? said
            : ByInterpretation(result)
            ?? byRange
            ?? (number is null ? null : ByUsualLimit(number, analyte));
        return answer switch
        {
            Truth.Yes => Fact.Known(true, evidence),
            Truth.No => Fact.Known(false, evidence),
            Truth.Unknown => Fact.Unknown<bool>(UnknownReason.Unusable, evidence),
            null => Fact.Unknown<bool>(number is null ? UnknownReason.Unusable : UnknownReason.NotRecorded, evidence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Null when no range has an upper limit in a comparable unit; ranges that disagree are no answer.</summary>
    private static Truth? ByRange(IObservationValue result, RecordedNumber number, Analyte analyte)
    {
        Truth? answer = null;
        foreach (var range in result.ReferenceRange)
            if (range.High is { Value: { } limit } high && Above(number, limit, high, analyte) is { } above)
                answer = answer is null || answer == above ? above : Truth.Unknown;
        return answer;
    }

    private static Truth? Above(RecordedNumber number, decimal limit, Quantity high, Analyte analyte)
    {
        var unit = Units.Of(high);
        var printed = unit ?? high.Unit ?? high.Code;
        if (printed is null || string.Equals(printed.Trim(), number.Unit, StringComparison.OrdinalIgnoreCase))
            return number.Value.Above(limit);
        if (unit is null || !number.IsUcum)
            return null;
        var value = analyte.ToCanonical(number.Value, number.Unit!);
        var bound = analyte.ToCanonical(Interval<decimal>.Exactly(limit), unit);
        return value.Unit == bound.Unit ? value.Value.Above(bound.Value.Low) : null;
    }

    private static Truth? ByInterpretation(IObservationValue result)
    {
        foreach (var interpretation in result.Interpretation)
            foreach (var code in interpretation.Coding.Select(coding => coding.Code).Append(interpretation.Text))
                switch (code?.Trim())
                {
                    case "H" or "HH" or "HU" or ">" or "A" or "AA":
                        return Truth.Yes;
                    case "N" or "L" or "LL" or "LU" or "<":
                        return Truth.No;
                }

        return null;
    }

    private static Truth? ByUsualLimit(RecordedNumber number, Analyte analyte)
    {
        if (analyte.UpperLimit is not { } limit || !number.IsUcum)
            return null;
        var (value, unit) = analyte.ToCanonical(number.Value, number.Unit!);
        return unit == analyte.Unit ? value.Above(limit) : null;
    }
}
