using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>All images that were made, from every kind of resource that tells of them.</summary>
internal sealed class ImagingLog
{
    private readonly ImmutableArray<ImageSource> _done;
    private readonly ImmutableArray<ImageSource> _brokenOff;

    internal ImagingLog(Chart chart)
    {
        var record = chart.Record;
        var studies = record.All<ImagingStudy>().Where(study => study.IsDone(chart)).ToImmutableArray();
        var procedures = record.All<Procedure>().ToLookup(procedure => procedure.IsDone());
        ImmutableArray<ImageSource> all =
        [
            .. studies.Select(study => ImageSource.Of(study, chart)),
            .. record.All<DiagnosticReport>().Where(report => report.Counts()).Select(report => OfReport(report, studies, chart)),
            .. procedures[true].Select(procedure => ImageSource.Of(procedure, chart)),
            .. record.All<ServiceRequest>().Where(order => order.IsDone()).Select(order => ImageSource.Of(order, chart)),
        ];
        _done = [.. all.Where(image => !chart.IsFuture(image.Evidence.Date))];
        _brokenOff = [.. procedures[false].Where(procedure => procedure.IsBrokenOff()).Select(procedure => ImageSource.Of(procedure, chart))];
    }

    /// <summary>The studies of a kind, each once.</summary>
    internal ImmutableArray<StudyDone> Done(Func<ImageSource, StudyDone?> kind)
    {
        var result = new List<StudyDone>();
        foreach (var study in _done.Select(kind).OfType<StudyDone>())
        {
            var known = result.FindIndex(other => other.IsSameAs(study));
            if (known < 0)
                result.Add(study);
            else
                result[known] = result[known].With(study);
        }

        return [.. result];
    }

    /// <summary>Procedures of a kind that were begun and not finished.</summary>
    internal ImmutableArray<StudyDone> BrokenOff(Func<ImageSource, StudyDone?> kind) =>
        [.. _brokenOff.Select(kind).OfType<StudyDone>()];

    private static ImageSource OfReport(DiagnosticReport report, ImmutableArray<ImagingStudy> studies, Chart chart)
    {
        var ids = report.ImagingStudy.Select(reference => reference.IdOf("ImagingStudy")).OfType<string>().ToArray();
        var study = studies.FirstOrDefault(study => ids.Contains(study.Id));
        return ImageSource.Of(report, study, study?.Id ?? ids.FirstOrDefault(), chart);
    }
}
