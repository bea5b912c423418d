using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds the Ki-67 that counts: of each specimen site the latest, of one date the highest, of several sites the highest.
/// Reports are read only where no result holds a usable value.
/// </summary>
internal sealed class Ki67Reader(Chart chart)
{
    internal Fact<Ki67> Read()
    {
        var results = chart.ResultsFor("ki67").Where(result => !Ki67Parser.SaysNotMeasured(result.Value)).Concat(PresenceWithValue()).ToArray();
        var readings = results.Select(Reading).ToArray();
        if (readings.OfType<Fact<Ki67>.Known>().Any())
            return LatestReading.Of(readings, chart.GapsIn([DataNeed.Pathology], "ki67"), _ => HighestOfSites(results));
        var narrative = chart.PathologyNarrative()
            .SelectMany(text => Ki67Text.ParseNarrative(text.Text).Select(text.Reads<Ki67>))
            .ToArray();
        var gaps = chart.GapsIn([DataNeed.Pathology, DataNeed.Reports], "ki67", "ki67-presence", "pathology-report");
        return LatestReading.Of([.. readings, .. narrative], gaps, Highest);
    }

    /// <summary>A stain is reported as present; its text may hold the percentage all the same.</summary>
    private IEnumerable<ConceptResult> PresenceWithValue() =>
        chart.ResultsFor("ki67-presence").Where(result => Ki67Parser.Parse(result.Value) is not null);

    private static Fact<Ki67> Reading(ConceptResult result) =>
        Ki67Parser.Parse(result.Value) is { } ki67 ? result.Reads(ki67) : result.IsUnusable<Ki67>();

    private static Fact<Ki67> HighestOfSites(IEnumerable<ConceptResult> results)
    {
        var latest = results
            .GroupBy(SiteOf, result => Reading(result) as Fact<Ki67>.Known)
            .Select(site => (Site: site.Key, Readings: LatestReading.LatestOf(site.OfType<Fact<Ki67>.Known>())))
            .Where(site => !site.Readings.IsEmpty)
            .ToArray();
        return Highest([.. latest.Where(site => site.Site is not null || !IsOutdated(site.Readings, latest)).SelectMany(site => site.Readings)]);
    }

    /// <summary>Results without a site give way to any later result.</summary>
    private static bool IsOutdated(
        ImmutableArray<Fact<Ki67>.Known> readings, IEnumerable<(string? Site, ImmutableArray<Fact<Ki67>.Known> Readings)> others)
    {
        var last = readings.Max(LatestReading.DateOf);
        return others.Any(other => other.Site is not null && Nullable.Compare(other.Readings.Max(LatestReading.DateOf), last) > 0);
    }

    private static string? SiteOf(ConceptResult result)
    {
        var site = result.Source.BodySite ?? result.Source.Resolve<Specimen>(result.Source.Specimen)?.Collection?.BodySite;
        return site?.Coding.Select(coding => coding.Code).FirstOrDefault(code => code is not null) ?? site?.Text?.Trim().ToLowerInvariant();
    }

    /// <summary>The highest of several; where none is surely it, the bounds that hold for the highest.</summary>
    private static Fact<Ki67> Highest(ImmutableArray<Fact<Ki67>.Known> readings)
    {
        var top = readings.Select(reading => reading.Value.Percent).Aggregate(Ki67.Higher);
        var fitting = readings.Where(reading => reading.Value.Percent == top).ToArray();
        return fitting.Length > 0
            ? LatestReading.Best(fitting)
            : Fact.Known(
                new Ki67(top, string.Join("; ", readings.Select(reading => reading.Value.Raw).Distinct()), Approximate: true),
                [.. readings.SelectMany(reading => reading.Evidence)]);
    }
}
