using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads how the disease goes from disease-status results, and from the words of reports that are not pathology.</summary>
internal sealed class CourseReader(Chart chart)
{
    /// <summary>In a result the first that its value means counts.</summary>
    private static readonly ImmutableArray<(string ConceptId, DiseaseCourse Course)> Values =
    [
        ("disease-worsened", DiseaseCourse.Worsened), ("disease-stable", DiseaseCourse.Stable),
        ("disease-improved", DiseaseCourse.Improved), ("disease-undetermined", DiseaseCourse.Undetermined),
    ];

    /// <summary>In a report one worse sentence outweighs all others.</summary>
    private static readonly ImmutableArray<(string ConceptId, DiseaseCourse Course)> Wordings =
    [
        ("progression-text", DiseaseCourse.Worsened), ("report-disease-stable", DiseaseCourse.Stable),
        ("report-disease-improved", DiseaseCourse.Improved),
    ];

    internal Fact<DiseaseCourse> Latest() =>
        LatestReading.Of(
            [.. FromResults(), .. FromReports()],
            chart.GapsIn([DataNeed.Status], "disease-status").And(chart.GapsIn([DataNeed.Reports])),
            Decide);

    /// <summary>Of one day, a coded result counts more than the words of a report.</summary>
    private static Fact<DiseaseCourse> Decide(ImmutableArray<Fact<DiseaseCourse>.Known> readings)
    {
        var best = readings.Max(Trust);
        return LatestReading.Agree<DiseaseCourse>([.. readings.Where(reading => Trust(reading) == best)]);
    }

    private static Confidence Trust(Fact<DiseaseCourse>.Known reading) => reading.Evidence.Max(evidence => evidence.Confidence);

    private IEnumerable<Fact<DiseaseCourse>> FromResults() =>
        from result in chart.ResultsFor("disease-status")
        where result.Value.HasValue()
        select Values.Where(value => chart.ValueMeans(value.ConceptId, result.Value)).Select(value => (DiseaseCourse?)value.Course).FirstOrDefault() is { } course
            ? result.Reads(course)
            : result.IsUnusable<DiseaseCourse>();

    private IEnumerable<Fact<DiseaseCourse>> FromReports()
    {
        var pathology = chart.PathologyReports().Select(item => item.Report).ToHashSet<DiagnosticReport>(ReferenceEqualityComparer.Instance);
        foreach (var report in chart.Record.All<DiagnosticReport>())
        {
            var date = report.ClinicalDate(chart);
            if (report.Counts() && !chart.IsFuture(date) && !pathology.Contains(report) && Read(report.Conclusion) is { } course)
                yield return Fact.Known(course, new Evidence(report.Self, date, Confidence.FreeText));
        }
    }

    private DiseaseCourse? Read(string? conclusion)
    {
        var sentences = conclusion?.Split(['.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var (conceptId, course) in Wordings)
            if (sentences.Any(sentence => chart.MeansText(conceptId, sentence)))
                return course;
        return null;
    }
}
