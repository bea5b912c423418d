using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One result of a marker with what it says of its height.</summary>
internal sealed record MarkerResult(MarkerValue Value, Fact<bool> Elevated, Evidence Evidence);

/// <summary>All usable results of one marker or other laboratory test, in whichever samples it is measured; repeats are dropped.</summary>
internal sealed class MarkerSeries
{
    private readonly ImmutableArray<Evidence> _withheld;

    internal MarkerSeries(Chart chart, params ImmutableArray<Analyte> analytes)
    {
        Gaps = chart.GapsIn([.. analytes.Select(analyte => analyte.Need).Distinct()], [.. analytes.Select(analyte => analyte.ConceptId)]);
        var results = ImmutableArray.CreateBuilder<MarkerResult>();
        var withheld = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var analyte in analytes)
            Collect(chart, analyte, results, withheld);
        Results = [.. results.DistinctBy(result => (result.Value.Date, result.Value.Text))];
        _withheld = withheld.DrainToImmutable();
    }

    internal Gaps Gaps { get; }

    /// <summary>In the order of the record.</summary>
    internal ImmutableArray<MarkerResult> Results { get; }

    /// <summary>An undated result is the latest only when there is no dated one.</summary>
    internal Fact<MarkerResult> Latest => One(results => results.MaxBy(result => result.Value.Date));

    internal Fact<MarkerResult> Earliest =>
        One(results => results.Where(result => result.Value.Date is not null).MinBy(result => result.Value.Date) ?? results.FirstOrDefault());

    /// <summary>Whether the latest is above normal; of several of one day the highest counts.</summary>
    internal Fact<bool> LatestElevated => Latest.Then(_ =>
    {
        var latest = LatestReading.LatestOf(Results.Select(result => (Fact<MarkerResult>.Known)Fact.Known(result, result.Evidence))).Select(reading => reading.Value.Elevated).ToArray();
        return latest.FirstOrDefault(elevated => elevated is Fact<bool>.Known { Value: true })
            ?? latest.FirstOrDefault(elevated => elevated is Fact<bool>.Unknown)
            ?? latest[0];
    });

    internal Fact<MarkerValue> LatestValue => Latest.Select(result => result.Value);

    /// <summary>The day of the latest dated result; a result without a date tells no day.</summary>
    internal Fact<PartialDate> LastDate => Latest.Then(result =>
        result.Value.Date is { } date
            ? Fact.Known(date, result.Evidence)
            : Fact.Unknown<PartialDate>(UnknownReason.Unusable, result.Evidence));

    /// <summary>
    /// The latest number in a unit. Results of one day, or of days too vague to be told apart, give the bounds that hold for all of them.
    /// </summary>
    internal Fact<Interval<decimal>> LatestNumber(string unit) => Latest.Then(_ =>
    {
        var latest = LatestReading.LatestOf(Results.Select(result => (Fact<MarkerResult>.Known)Fact.Known(result, result.Evidence)));
        var usable = latest.Where(reading => reading.Value.Value.Unit == unit && reading.Value.Value.Canonical is not null).ToArray();
        ImmutableArray<Evidence> evidence = [.. (usable.Length > 0 ? usable : [.. latest]).Select(reading => reading.Value.Evidence)];
        return usable.Length > 0
            ? Fact.Known(usable.Select(reading => reading.Value.Value.Canonical!.Value).Aggregate(Hull), evidence)
            : Fact.Unknown<Interval<decimal>>(UnknownReason.Unusable, evidence);
    });

    private static Interval<decimal> Hull(Interval<decimal> a, Interval<decimal> b)
    {
        var (low, lowIncluded) = a.Low == b.Low ? (a.Low, a.LowIncluded || b.LowIncluded) : a.Low < b.Low ? (a.Low, a.LowIncluded) : (b.Low, b.LowIncluded);
        var (high, highIncluded) = a.High == b.High ? (a.High, a.HighIncluded || b.HighIncluded) : a.High > b.High ? (a.High, a.HighIncluded) : (b.High, b.HighIncluded);
        return new(low, high, lowIncluded, highIncluded);
    }

    private Fact<MarkerResult> One(Func<ImmutableArray<MarkerResult>, MarkerResult?> choose)
    {
        if (Gaps.Any)
            return Gaps.MissingBeside<MarkerResult>([.. Results.Select(result => result.Evidence)]);
        return choose(Results) is { } chosen ? Fact.Known(chosen, chosen.Evidence)
            : _withheld.IsEmpty ? Fact.Unknown<MarkerResult>(UnknownReason.NotRecorded)
            : Fact.Unknown<MarkerResult>(UnknownReason.Unusable, _withheld);
    }

    private static void Collect(
        Chart chart, Analyte analyte, ImmutableArray<MarkerResult>.Builder results, ImmutableArray<Evidence>.Builder withheld)
    {
        var current = Versions.Current(chart.Record.All<Observation>().Where(observation => observation.Counts() && IsAbout(chart, analyte, observation)));
        foreach (var observation in current)
        {
            var date = observation.ClinicalDate(chart);
            if (chart.IsFuture(date))
                continue;
            foreach (var (value, match) in ValuesOf(chart, analyte, observation))
            {
                var evidence = new Evidence(observation.Self, date, ConfidenceOf(observation, match));
                if (Read(value, analyte, evidence) is { } result)
                    results.Add(result);
                else if (!WasNotDone(value))
                    withheld.Add(evidence);
            }
        }
    }

    private static bool IsAbout(Chart chart, Analyte analyte, Observation observation) =>
        chart.Means(analyte.ConceptId, observation.Code)
        || observation.Component.Any(component => chart.Means(analyte.ConceptId, component.Code));

    private static IEnumerable<(IObservationValue Value, ConceptMatch Match)> ValuesOf(Chart chart, Analyte analyte, Observation observation)
    {
        IEnumerable<IObservationValue> all = [observation, .. observation.Component];
        return all
            .Where(value => value is not Observation { Component.IsEmpty: false } || HasValue(value))
            .Select(value => (value, chart.Match(analyte.ConceptId, value.Code)))
            .Where(pair => pair.Item2 != ConceptMatch.No);
    }

    /// <summary>Null when there is no value to show.</summary>
    private static MarkerResult? Read(IObservationValue value, Analyte analyte, Evidence evidence)
    {
        if (SaysNotMeasured(value))
            return null;
        var number = RecordedNumber.Of(value);
        var text = number?.Text ?? value.ValueString ?? value.ValueCodeableConcept?.Wording ?? InterpretationOf(value);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var elevated = Elevation.Of(value, number, analyte, evidence);
        if (number is not { IsUcum: true })
            return new(new(text.Trim(), null, null, evidence.Date), elevated, evidence);
        var (canonical, unit) = analyte.ToCanonical(number.Value, number.Unit!);
        return new(new(number.Text, canonical, unit, evidence.Date), elevated, evidence);
    }

    private static bool HasValue(IObservationValue value) =>
        value.ValueQuantity?.Value is not null || value.ValueString is not null || value.ValueInteger is not null
        || value.ValueRange is not null || value.ValueCodeableConcept is not null;

    /// <summary>A result without a value still tells a height when the laboratory gave an interpretation.</summary>
    private static string? InterpretationOf(IObservationValue value) =>
        HasValue(value) || value.DataAbsentReason is not null
            ? null
            : value.Interpretation.Select(interpretation => interpretation.Wording).FirstOrDefault(wording => wording is not null);

    private static bool WasNotDone(IObservationValue value) =>
        value.DataAbsentReason?.Coding.Any(coding => coding.Code == "not-performed") == true || SaysNotMeasured(value);

    private static bool SaysNotMeasured(IObservationValue value) =>
        value.ValueQuantity?.Value is null && RecordedNumber.Of(value) is null && value.Wordings().Any(NotMeasured.Says);

    private static Confidence ConfidenceOf(Observation observation, ConceptMatch match) =>
        match == ConceptMatch.ByText ? Confidence.FreeText
        : observation.Status == "preliminary" ? Confidence.Preliminary
        : Confidence.Coded;
}
