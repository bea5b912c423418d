using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <param name="Feature">What.</param>
/// <param name="Wording">As a reader is told.</param>
/// <param name="IsNew">Whether it came after the last image and the diagnosis; unknown where dates leave that open.</param>
/// <param name="Evidence">Where it stands.</param>
internal sealed record FoundFeature(NewFeature Feature, string Wording, Truth IsNew, Evidence Evidence);

/// <summary>
/// Symptoms and syndromes that began after the last image of the pancreas, and what the reports since then tell.
/// What was there when the tumour was found belongs to its diagnosis.
/// </summary>
internal sealed class NewFeatures(Chart chart, TumourFacts tumour, Fact<PartialDate> lastImage)
{
    private static readonly ImmutableArray<(NewFeature Feature, string Wording, string ConceptId)> Symptoms =
    [
        (NewFeature.Jaundice, "jaundice", "jaundice"),
        (NewFeature.WeightLoss, "weight loss", "weight-loss"),
        (NewFeature.Pain, "abdominal pain", "abdominal-pain"),
        (NewFeature.BileDuctObstruction, "bile duct obstruction", "bile-duct-obstruction"),
        (NewFeature.Syndrome, "hypoglycaemia", "hypoglycaemia"),
    ];

    /// <summary>Newest first.</summary>
    internal ImmutableArray<FoundFeature> All => field.IsDefault
        ? field = [.. FromProblems().Concat(FromSyndromes()).Concat(FromReports()).OrderByDescending(found => found.Evidence.Date)]
        : field;

    internal Gaps Gaps => chart.GapsIn([DataNeed.Conditions, DataNeed.Reports]);

    /// <summary>Whether the function of the tumour was told no later than the last image.</summary>
    internal IEnumerable<FoundFeature> KnownBefore => FromSyndromes().Where(found => found.IsNew != Truth.Yes);

    private PartialDate? Diagnosed => tumour.Diagnoses.Select(diagnosis => diagnosis.Evidence.Date).Min();

    private IEnumerable<FoundFeature> FromProblems() =>
        from symptom in Symptoms
        from entry in chart.ConditionsOf(symptom.ConceptId)
        where entry.Condition.IsActive()
        select new FoundFeature(symptom.Feature, symptom.Wording, IsLater(entry.Evidence.Date), entry.Evidence);

    private IEnumerable<FoundFeature> FromSyndromes() =>
        new SyndromeReader(chart).Found
            .Select(found => new FoundFeature(NewFeature.Syndrome, "hormone syndrome", IsLater(found.Evidence.Date), found.Evidence));

    private IEnumerable<FoundFeature> FromReports()
    {
        var kinds = new ImageKinds(chart);
        var studies = chart.Record.All<ImagingStudy>();
        foreach (var report in chart.Record.All<DiagnosticReport>())
        {
            var date = report.ClinicalDate(chart);
            if (!report.Counts() || chart.IsFuture(date) || FeatureIn(report.Conclusion) is not { } feature)
                continue;
            var study = studies.FirstOrDefault(study => study.Id is not null && report.ImagingStudy.Any(reference => reference.IdOf("ImagingStudy") == study.Id));
            var image = ImageSource.Of(report, study, study?.Id, chart);
            if (kinds.Endosonography(image) is not null || (kinds.CrossSectional(image) is not null && image.Regions.Show(PrimarySite.Pancreas)))
                yield return new(
                    NewFeature.ReportedFeature, $"\"{feature}\" in a report", IsOfLastImage(date), new(report.Self, date, Confidence.FreeText));
        }
    }

    private string? FeatureIn(string? conclusion) =>
        conclusion is null ? null : chart.Concept("malignant-feature").FindText(chart.Concept("malignant-feature-negated").RemoveFrom(conclusion));

    /// <summary>Whether it would be known to be new if the day of the last image were known and early enough.</summary>
    internal bool WaitsForImage(FoundFeature found) =>
        found.Evidence.Date is { } day && (found.Feature == NewFeature.ReportedFeature || IsAfterDiagnosis(day) == Truth.Yes);

    private Truth IsLater(PartialDate? date) =>
        date is { } day ? IsAfterDiagnosis(day).And(lastImage.Test(last => IsAfter(day, last))) : Truth.Unknown;

    private Truth IsAfterDiagnosis(PartialDate day) => Diagnosed is { } diagnosed ? IsAfter(day, diagnosed) : Truth.Yes;

    private static Truth IsAfter(PartialDate day, PartialDate other) =>
        day.First > other.Last ? Truth.Yes
        : day.Last <= other.First ? Truth.No
        : Truth.Unknown;

    /// <summary>A report on the last image bears its day or a later one.</summary>
    private Truth IsOfLastImage(PartialDate? date) =>
        lastImage is not Fact<PartialDate>.Known { Value: var last } || date is not { } day ? Truth.Unknown
        : day.First >= last.First ? Truth.Yes
        : day.Last < last.First ? Truth.No
        : Truth.Unknown;
}
