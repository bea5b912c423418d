using System.Globalization;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What one text says of receptors.</summary>
internal enum SstrStatement
{
    Positive,
    Negative,
    Mixed,

    /// <summary>Positive and negative in one breath, without the word for it.</summary>
    Contradictory,
}

/// <summary>Reads results of receptor imaging and stains.</summary>
internal static class SstrStatements
{
    /// <summary>
    /// Negated uptake is taken out before the positive test. An organ that shows nothing does not speak against lesions elsewhere
    /// that show something. Null when the text says neither.
    /// </summary>
    internal static SstrStatement? Read(Chart chart, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var isPositive = chart.MeansText("sstr-positive", chart.Concept("uptake-negated").RemoveFrom(text));
        var isNegative = chart.MeansText("sstr-negative", isPositive ? chart.Concept("sstr-organ-free").RemoveFrom(text) : text);
        return text.Contains("mixed", StringComparison.OrdinalIgnoreCase) ? SstrStatement.Mixed
            : (isPositive, isNegative) switch
            {
                (true, true) => SstrStatement.Contradictory,
                (true, false) => SstrStatement.Positive,
                (false, true) => SstrStatement.Negative,
                (false, false) => null,
            };
    }

    /// <summary>The value of a result in words; a bare number stands behind the name of its scale, as in "Krenning score 4".</summary>
    internal static string? TextOf(IObservationValue value)
    {
        var number = value.ValueInteger ?? value.ValueQuantity?.Value;
        return number is { } score
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Code?.Wording} {score:0.##}")
            : value.ValueBoolean switch
            {
                true => "positive",
                false => "negative",
                null => value.Wordings().FirstOrDefault(),
            };
    }
}
