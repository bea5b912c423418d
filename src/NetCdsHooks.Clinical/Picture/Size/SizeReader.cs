using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds the sizes in the record.</summary>
internal sealed class SizeReader(Chart chart)
{
    /// <summary>Without results dated in the future, and each measurement once.</summary>
    internal ImmutableArray<SizeReading> ReadAll() =>
    [
        .. Versions.Current(chart.Record.All<Observation>().Where(observation => observation.Counts()))
            .Select(Read)
            .OfType<SizeReading>()
            .Where(reading => !chart.IsFuture(reading.Date))
            .DistinctBy(reading => (reading.Tumour, reading.InPlace, reading.Date ?? (object)reading.Evidence.Resource, reading.Millimetres, reading.Modality)),
    ];

    /// <summary>The values of a size observation: of the components that speak of size, else its own, else of those that are lengths.</summary>
    internal IEnumerable<IObservationValue> ValuesOf(Observation observation)
    {
        var named = observation.Component.Where(component => Match(component.Code) != ConceptMatch.No && LengthReader.HasValue(component)).ToList();
        if (named.Count > 0)
            return named;
        if (Match(observation.Code) == ConceptMatch.No)
            return [];
        return LengthReader.HasValue(observation)
            ? [observation]
            : observation.Component.Where(component => LengthReader.Read(component) is not null);
    }

    private SizeReading? Read(Observation observation)
    {
        var values = ValuesOf(observation).ToList();
        return values.Count == 0 ? null : new(
            Largest(values),
            KeyOf(observation),
            observation.BodySite,
            observation.Specimen is null && !observation.Focus.Any(IsSpecimen),
            ModalityOf(observation),
            new(observation.Self, observation.ClinicalDate(chart), ConfidenceOf(observation)));
    }

    /// <summary>Without metastases, and without sizes in any other organ as soon as some sizes name the organ of the primary.</summary>
    internal ImmutableArray<SizeReading> OfPrimary(ImmutableArray<SizeReading> readings, Func<PrimarySite?> primary)
    {
        if (readings.All(reading => reading.BodySite is null) || primary() is not { } site)
            return readings;
        bool IsThere(SizeReading reading) => chart.Means(SiteConcepts.Of(site), reading.BodySite);
        return readings.Any(IsThere)
            ? [.. readings.Where(reading => reading.BodySite is null || IsThere(reading))]
            : [.. readings.Where(reading => site == PrimarySite.Other || !IsWhereMetastasesGrow(reading))];
    }

    private bool IsWhereMetastasesGrow(SizeReading reading) =>
        Metastases.Organs.Any(organ => chart.Means(organ.ConceptId, reading.BodySite));

    /// <summary>An exact or bounded largest one; unusable as soon as one of them is, since it might be the largest.</summary>
    private static Interval<decimal>? Largest(List<IObservationValue> values)
    {
        Interval<decimal>? largest = null;
        foreach (var value in values)
        {
            if (LengthReader.Read(value) is not { } size)
                return null;
            largest = largest is { } other ? SizeIntervals.Larger(other, size) : size;
        }

        return largest;
    }

    private ConceptMatch Match(CodeableConcept? code)
    {
        var best = ConceptMatch.No;
        foreach (var id in ObservationConcepts.Size)
            if (chart.Match(id, code) is var match && match > best)
                best = match;
        return best;
    }

    private Confidence ConfidenceOf(Observation observation) =>
        observation.Status == "preliminary" ? Confidence.Preliminary
        : Match(observation.Code) == ConceptMatch.ByCode || observation.Component.Any(part => Match(part.Code) == ConceptMatch.ByCode) ? Confidence.Coded
        : Confidence.FreeText;

    private static bool IsSpecimen(Reference reference) => reference.Type == "Specimen" || reference.IdOf("Specimen") is not null;

    private static TumourKey KeyOf(Observation observation)
    {
        if (observation.Focus.Select(focus => focus.Target).FirstOrDefault(target => target is not null) is { } focus)
            return new(focus, ByFocus: true);
        var site = observation.BodySite;
        var code = site?.Coding.Select(coding => coding.Code).FirstOrDefault(code => code is not null);
        return new((code ?? site?.Wording ?? "").Trim().ToUpperInvariant(), ByFocus: false);
    }

    private Modality? ModalityOf(Observation observation) =>
        ModalityOf(observation.Method)
        ?? observation.DerivedFrom.Select(ModalityOf).FirstOrDefault(modality => modality is not null)
        ?? ModalityOf(observation.Code)
        ?? observation.Note.Select(note => ModalityOf(new CodeableConcept { Text = note.Text })).FirstOrDefault(modality => modality is not null);

    private Modality? ModalityOf(Reference reference)
    {
        if (reference.IdOf("ImagingStudy") is not { } id
            || chart.Record.All<ImagingStudy>().FirstOrDefault(study => study.Id == id) is not { } study)
            return null;
        var made = chart.ModalitiesOf(study);
        return made.HasFlag(ImageModalities.Mri) ? Modality.Mri
            : made.HasFlag(ImageModalities.Ct) ? Modality.Ct
            : ModalityOf(new CodeableConcept { Text = study.Description })
                ?? study.ProcedureCode.Select(ModalityOf).FirstOrDefault(modality => modality is not null);
    }

    private Modality? ModalityOf(CodeableConcept? how) =>
        how is null ? null
        : chart.Means("eus", how) ? Modality.Endosonography
        : chart.Means("mri", how) ? Modality.Mri
        : chart.Means("ct", how) ? Modality.Ct
        : chart.Means("pathology-report", how) ? Modality.Pathology
        : chart.Means("ultrasound", how) || chart.Means("pet", how) || chart.Means("nuclear-medicine", how) ? Modality.Other
        : null;
}
