using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The person.</summary>
public sealed class PatientFacts
{
    private readonly Chart _chart;

    internal PatientFacts(Chart chart) => _chart = chart;

    public Fact<bool> Deceased => field ??= Read((patient, evidence) =>
        Fact.Known(patient.DeceasedBoolean is true || patient.DeceasedDateTime is not null, evidence with { Date = _chart.Date(patient.DeceasedDateTime) }));

    /// <summary>Completed years; a birth date without its day leaves two of them possible.</summary>
    public Fact<Interval<decimal>> Age => field ??= Read(FindAge);

    public Fact<Sex> Sex => field ??= Read((patient, evidence) => patient.Gender switch
    {
        "female" => Fact.Known(Picture.Sex.Female, evidence),
        "male" => Fact.Known(Picture.Sex.Male, evidence),
        "other" => Fact.Known(Picture.Sex.Other, evidence),
        _ => Fact.Unknown<Sex>(UnknownReason.NotRecorded),
    });

    /// <summary>Yes by a recorded status, a test of the last 60 days or an active diagnosis; no for men, children and women past it.</summary>
    public Fact<bool> Pregnant => field ??= new PregnancyReader(_chart, this).Read();

    private Fact<Interval<decimal>> FindAge(Patient patient, Evidence evidence)
    {
        if (_chart.Date(patient.BirthDate) is not { } birth)
            return Fact.Unknown<Interval<decimal>>(patient.BirthDate is null ? UnknownReason.NotRecorded : UnknownReason.Unusable);
        return birth.Last > _chart.Today
            ? Fact.Unknown<Interval<decimal>>(UnknownReason.Unusable, evidence)
            : Fact.Known(new Interval<decimal>(YearsSince(birth.Last), YearsSince(birth.First)), evidence);
    }

    private int YearsSince(DateOnly birth)
    {
        var years = _chart.Today.Year - birth.Year;
        return birth.AddYears(years) > _chart.Today ? years - 1 : years;
    }

    private Fact<T> Read<T>(Func<Patient, Evidence, Fact<T>> find)
        where T : notnull =>
        _chart.Record.All<Patient>().FirstOrDefault() is { } patient
            ? find(patient, new(patient.Self, null))
            : _chart.GapsIn([DataNeed.Patient]).NotRecordedUnlessMissing<T>();
}
