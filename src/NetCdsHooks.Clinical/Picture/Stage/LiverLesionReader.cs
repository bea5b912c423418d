using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>How many metastases the liver holds, by results and by the words of reports; the latest that tells counts.</summary>
internal sealed class LiverLesionReader(Chart chart)
{
    /// <summary>"Multifocal" and "diffuse" are more than a few.</summary>
    private const decimal Many = 4;

    private const string Number = @"(?<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private const string Lesions = @"(lesions?|metastas[ei]s|mets)\b";
    private const string Adjectives = @"((new|small|enhancing|hypervascular|avid|known|bilobar|distinct|separate|neuroendocrine)\s+)*";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Counted = new(
        $@"\b{Number}\s+{Adjectives}((liver|hepatic)\s+{Lesions}|{Lesions}\s+(in|of|within)\s+(the\s+)?((left|right)\s+lobe\s+of\s+the\s+)?liver\b)", Options);

    private static readonly ImmutableArray<string> Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    internal Fact<Interval<decimal>> Read() =>
        LatestReading.OfAgreeing(
            [.. FromResults(), .. FromReports()],
            chart.GapsIn([DataNeed.Pathology, DataNeed.Reports], "liver-lesion-count", "ct", "mri", "pet", "ultrasound", "sstr-imaging", "nuclear-medicine"));

    private IEnumerable<Fact<Interval<decimal>>> FromResults() =>
        from result in chart.ResultsFor("liver-lesion-count")
        where result.Value.HasValue()
        select (RecordedNumber.Of(result.Value)?.Value ?? Told(string.Join("; ", result.Value.Wordings()))) is { } count
            ? result.Reads(count)
            : result.IsUnusable<Interval<decimal>>();

    private IEnumerable<Fact<Interval<decimal>>> FromReports()
    {
        foreach (var report in chart.Record.All<DiagnosticReport>())
        {
            var date = report.ClinicalDate(chart);
            if (report.Counts() && !chart.IsFuture(date) && !chart.Means("pathology-report", report.Code) && Told(report.Conclusion) is { } count)
                yield return Fact.Known(count, new Evidence(report.Self, date, Confidence.FreeText));
        }
    }

    /// <summary>The largest number that a text names; null when it names none.</summary>
    private Interval<decimal>? Told(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var counted = Counted.Matches(text).Select(match => ValueOf(match.Groups["number"].Value)).DefaultIfEmpty().Max();
        return chart.MeansText("liver-lesions-many", text) ? new(Math.Max(Many, counted), decimal.MaxValue)
            : counted > 0 ? Interval<decimal>.Exactly(counted)
            : chart.MeansText("liver-lesion-solitary", text) ? Interval<decimal>.Exactly(1)
            : null;
    }

    private static decimal ValueOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Words.IndexOf(number.ToLowerInvariant()) + 1;
}
