using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads the performance status from ECOG and Karnofsky results.</summary>
internal static class PerformanceStatus
{
    private const int WorstEcog = 5;

    private static readonly Regex Score = new(
        @"^[^0-9]*\b(?<score>[0-9]{1,3})\b[^0-9]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal static Fact<int> Latest(Chart chart)
    {
        var gaps = chart.GapsIn([DataNeed.Status], "ecog", "karnofsky");
        ImmutableArray<Result> results =
        [
            .. Versions.Current(chart.Record.All<Observation>().Where(observation => observation.Counts() && IsStatus(observation, chart)))
                .Select(observation => Read(observation, chart))
                .OfType<Result>(),
        ];
        if (results.IsEmpty)
            return gaps.NotRecordedUnlessMissing<int>();
        if (gaps.Any)
            return gaps.MissingBeside<int>([.. results.Select(result => result.Evidence)]);
        var usable = results.Where(result => result.Ecog is not null)
            .OrderBy(result => result.Evidence.Date).ThenBy(result => result.IsEcog).LastOrDefault();
        return usable is { Ecog: { } ecog }
            ? Fact.Known(ecog, usable.Evidence)
            : Fact.Unknown<int>(UnknownReason.Unusable, [.. results.Select(result => result.Evidence)]);
    }

    private static bool IsStatus(Observation observation, Chart chart) =>
        chart.Means("ecog", observation.Code) || chart.Means("karnofsky", observation.Code);

    private static Result? Read(Observation observation, Chart chart)
    {
        var ecog = chart.Match("ecog", observation.Code);
        var karnofsky = chart.Match("karnofsky", observation.Code);
        var date = observation.ClinicalDate(chart);
        if (chart.IsFuture(date) || WasNotDone(observation))
            return null;
        var confidence = ecog == ConceptMatch.ByText || karnofsky == ConceptMatch.ByText ? Confidence.FreeText
            : observation.Status == "preliminary" ? Confidence.Preliminary
            : Confidence.Coded;
        var isEcog = ecog != ConceptMatch.No;
        return new(isEcog ? EcogOf(observation, chart) : FromKarnofsky(NumberIn(observation)), isEcog, new(observation.Self, date, confidence));
    }

    private static int? EcogOf(Observation observation, Chart chart) =>
        NumberIn(observation) is { } score
            ? score is >= 0 and <= WorstEcog ? score : null
            : EcogNamed(observation, chart);

    /// <summary>A grade told by its code or its definition.</summary>
    private static int? EcogNamed(Observation observation, Chart chart)
    {
        for (var grade = 0; grade <= WorstEcog; grade++)
            if (chart.Means($"ecog-{grade}", observation.ValueCodeableConcept)
                || chart.MeansText($"ecog-{grade}", observation.ValueString)
                || observation.Interpretation.Any(interpretation => chart.Means($"ecog-{grade}", interpretation)))
                return grade;
        return null;
    }

    private static int? FromKarnofsky(int? karnofsky) =>
        karnofsky switch
        {
            >= 90 and <= 100 => 0,
            >= 70 and < 90 => 1,
            >= 50 and < 70 => 2,
            >= 30 and < 50 => 3,
            >= 10 and < 30 => 4,
            0 => WorstEcog,
            _ => null,
        };

    /// <summary>The whole number of a result, also from wording with exactly one number such as <c>ECOG 1</c>.</summary>
    private static int? NumberIn(Observation observation)
    {
        if (observation.ValueInteger is { } integer)
            return integer;
        if (observation.ValueQuantity is { Value: >= 0 and <= 100 and var quantity, Comparator: null or "" })
            return quantity == decimal.Truncate(quantity) ? (int)quantity : null;
        foreach (var wording in (observation.ValueCodeableConcept?.Wordings ?? []).Append(observation.ValueString))
            if (wording is not null && Score.Match(wording) is { Success: true } match)
                return int.Parse(match.Groups["score"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return null;
    }

    private static bool WasNotDone(Observation observation) =>
        observation.DataAbsentReason?.Coding.Any(coding => coding.Code == "not-performed") == true;

    private sealed record Result(int? Ecog, bool IsEcog, Evidence Evidence);
}
