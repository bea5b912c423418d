using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Blood tests that tell how the patient is and what a therapy does to them. Days are those of the sample.</summary>
public sealed class LaboratoryFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal LaboratoryFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> Calcium => field ??= CalciumSeries.LatestValue;

    public Fact<PartialDate> LastCalcium => field ??= CalciumSeries.LastDate;

    /// <summary>Latest.</summary>
    public Fact<MarkerValue> ParathyroidHormone => field ??= ParathyroidSeries.LatestValue;

    public Fact<PartialDate> LastParathyroidHormone => field ??= ParathyroidSeries.LastDate;

    public Fact<PartialDate> LastProlactin => field ??= SeriesOf(LaboratoryTests.Prolactin).LastDate;

    public Fact<PartialDate> LastIgf1 => field ??= SeriesOf(LaboratoryTests.Igf1).LastDate;

    /// <summary>Of glucose or of glycated haemoglobin.</summary>
    public Fact<PartialDate> LastGlucose => field ??= SeriesOf(LaboratoryTests.Glucose, LaboratoryTests.HaemoglobinA1c).LastDate;

    public Fact<PartialDate> LastTsh => field ??= SeriesOf(LaboratoryTests.Tsh).LastDate;

    /// <summary>mL/min.</summary>
    public Fact<Interval<decimal>> CreatinineClearance => field ??= Latest(LaboratoryTests.CreatinineClearance);

    /// <summary>mL/min/1.73 m².</summary>
    public Fact<Interval<decimal>> FiltrationRate => field ??= Latest(LaboratoryTests.FiltrationRate);

    /// <summary>10^9/L.</summary>
    public Fact<Interval<decimal>> Platelets => field ??= Latest(LaboratoryTests.Platelets);

    /// <summary>10^9/L.</summary>
    public Fact<Interval<decimal>> Leucocytes => field ??= Latest(LaboratoryTests.Leucocytes);

    /// <summary>g/dL.</summary>
    public Fact<Interval<decimal>> Haemoglobin => field ??= Latest(LaboratoryTests.Haemoglobin);

    /// <summary>mg/dL.</summary>
    public Fact<Interval<decimal>> Creatinine => field ??= Latest(LaboratoryTests.Creatinine);

    /// <summary>mg/dL.</summary>
    public Fact<Interval<decimal>> Bilirubin => field ??= Latest(LaboratoryTests.Bilirubin);

    /// <summary>U/L.</summary>
    public Fact<Interval<decimal>> Alt => field ??= Latest(LaboratoryTests.Alt);

    /// <summary>U/L.</summary>
    public Fact<Interval<decimal>> Ast => field ??= Latest(LaboratoryTests.Ast);

    private MarkerSeries CalciumSeries => field ??= SeriesOf(LaboratoryTests.Calcium);

    private MarkerSeries ParathyroidSeries => field ??= SeriesOf(LaboratoryTests.ParathyroidHormone);

    /// <summary>The tests before radionuclide therapy that were not measured within the 14 days before a day.</summary>
    internal Fact<ImmutableHashSet<PrrtLab>> PrrtLabsMissing(DateOnly day) => new PrrtLabs(_chart, _picture.Patient, day).Missing;

    /// <summary>The same for one test, which may be known where the list as a whole is not.</summary>
    internal Truth IsPrrtLabMissing(PrrtLab lab, DateOnly day) => new PrrtLabs(_chart, _picture.Patient, day).IsMissing(lab);

    private Fact<Interval<decimal>> Latest(Analyte analyte) => SeriesOf(analyte).LatestNumber(analyte.Unit);

    private MarkerSeries SeriesOf(params ImmutableArray<Analyte> analytes) => new(_chart, analytes);
}
