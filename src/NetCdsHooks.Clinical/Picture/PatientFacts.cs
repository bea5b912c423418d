using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The person.</summary>
public sealed class PatientFacts
{
    private readonly Chart _chart;

    internal PatientFacts(Chart chart) => _chart = chart;

    public Fact<bool> Deceased => field ??= FindDeceased();

    private Fact<bool> FindDeceased()
    {
        var gaps = _chart.GapsIn([DataNeed.Patient]);
        if (_chart.Record.All<Patient>().FirstOrDefault() is not { } patient)
            return gaps.NotRecordedUnlessMissing<bool>();
        var evidence = new Evidence(patient.Self, _chart.Date(patient.DeceasedDateTime));
        return patient.DeceasedBoolean is true || patient.DeceasedDateTime is not null
            ? Fact.Known(true, evidence)
            : Fact.Known(false, evidence);
    }
}
