using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>An Observation, or one of its components, that means a concept.</summary>
/// <param name="Source">The Observation.</param>
/// <param name="Value">Itself or the component.</param>
/// <param name="Match">How the concept was recognised.</param>
/// <param name="Date">Its clinical date.</param>
internal sealed record ConceptResult(Observation Source, IObservationValue Value, ConceptMatch Match, PartialDate? Date)
{
    /// <summary>A result with a local code that was recognised by its name counts as free text.</summary>
    internal Evidence Evidence =>
        new(Source.Self, Date,
            Match == ConceptMatch.ByText ? Confidence.FreeText : Source.IsPreliminary() ? Confidence.Preliminary : Confidence.Coded);

    internal Fact<T> Reads<T>(T value)
        where T : notnull => Fact.Known(value, Evidence);

    internal Fact<T> IsUnusable<T>()
        where T : notnull => Fact.Unknown<T>(UnknownReason.Unusable, Evidence);
}

/// <summary>Finds and reads results.</summary>
internal static class ConceptResults
{
    /// <summary>Every result that counts and is not from the future; those stated as not performed are left out.</summary>
    internal static IEnumerable<ConceptResult> ResultsFor(this Chart chart, string conceptId)
    {
        foreach (var (observation, date) in chart.Results)
            foreach (var (value, match) in ValuesFor(chart, conceptId, observation))
                if (!WasNotPerformed(value))
                    yield return new(observation, value, match, date);
    }

    internal static bool HasValue(this IObservationValue value) =>
        value.ValueQuantity?.Value is not null || value.ValueRange is not null || value.ValueInteger is not null
        || value.ValueBoolean is not null || value.ValueCodeableConcept is not null || !string.IsNullOrWhiteSpace(value.ValueString);

    /// <summary>The wordings of a coded or textual value.</summary>
    internal static IEnumerable<string> Wordings(this IObservationValue value) =>
        (value.ValueCodeableConcept?.Wordings ?? []).Concat(string.IsNullOrWhiteSpace(value.ValueString) ? [] : [value.ValueString]);

    /// <summary>Whether a coded or textual value means a concept.</summary>
    internal static bool ValueMeans(this Chart chart, string conceptId, IObservationValue value) =>
        chart.Means(conceptId, value.ValueCodeableConcept) || chart.MeansText(conceptId, value.ValueString);

    private static IEnumerable<(IObservationValue Value, ConceptMatch Match)> ValuesFor(Chart chart, string conceptId, Observation observation)
    {
        var own = chart.Match(conceptId, observation.Code);
        if (observation.Component.IsEmpty)
            return own == ConceptMatch.No ? [] : [(observation, own)];
        var parts = observation.Component
            .Select(component => ((IObservationValue)component, chart.Match(conceptId, component.Code)))
            .Where(part => part.Item2 != ConceptMatch.No)
            .ToArray();
        if (own == ConceptMatch.No || (parts.Length > 0 && !observation.HasValue()))
            return parts;
        return observation.HasValue() || observation.Component.IsEmpty
            ? [(observation, own), .. parts]
            : observation.Component.Where(component => component.HasValue()).Select(component => ((IObservationValue)component, own));
    }

    private static bool WasNotPerformed(IObservationValue value) =>
        !value.HasValue()
        && value.DataAbsentReason is { } reason
        && reason.Coding.Any(coding => coding.Code is "not-performed");
}
