using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A passage of a pathology report.</summary>
internal sealed record PathologyText(string Text, Evidence Evidence)
{
    internal Fact<T> Reads<T>(T value)
        where T : notnull => Fact.Known(value, Evidence);
}

/// <summary>Finds reports and their narrative.</summary>
internal static class PathologyTexts
{
    /// <summary>Pathology reports that count, in whatever state of completion, with how each was recognised.</summary>
    internal static IEnumerable<(DiagnosticReport Report, Evidence Evidence)> PathologyReports(this Chart chart)
    {
        foreach (var report in chart.Record.All<DiagnosticReport>())
        {
            var date = report.ClinicalDate(chart);
            if (!report.Counts() || chart.IsFuture(date))
                continue;
            var match = report.Category.Append(report.Code).Max(code => chart.Match("pathology-report", code));
            if (match != ConceptMatch.No)
                yield return (report, new(report.Self, date, Trust(match, report.IsPreliminary())));
        }
    }

    /// <summary>Conclusions of pathology reports, and reports filed as results; all of it free text.</summary>
    internal static IEnumerable<PathologyText> PathologyNarrative(this Chart chart)
    {
        foreach (var (report, evidence) in chart.PathologyReports())
            if (!string.IsNullOrWhiteSpace(report.Conclusion))
                yield return new(report.Conclusion, evidence with { Confidence = Confidence.FreeText });
        foreach (var result in chart.ResultsFor("pathology-report"))
            if (!string.IsNullOrWhiteSpace(result.Value.ValueString))
                yield return new(result.Value.ValueString, result.Evidence with { Confidence = Confidence.FreeText });
    }

    private static Confidence Trust(ConceptMatch match, bool isPreliminary) =>
        match == ConceptMatch.ByText ? Confidence.FreeText : isPreliminary ? Confidence.Preliminary : Confidence.Coded;
}
