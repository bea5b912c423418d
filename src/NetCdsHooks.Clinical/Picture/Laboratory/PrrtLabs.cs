using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Which of the tests before a dose of radionuclide therapy were not measured in time.</summary>
internal sealed class PrrtLabs(Chart chart, PatientFacts patient, DateOnly day)
{
    /// <summary>The fourteenth day before still counts.</summary>
    internal const int Days = 14;

    /// <summary>Women of this age are tested for a pregnancy.</summary>
    private const int YoungestTested = 12;

    private const int OldestTested = 55;

    private readonly Dictionary<PrrtLab, (Truth Answer, IFact? Unknown)> _answers = [];

    /// <summary>Known when each test is, which one that was found in time is even beside what could not be retrieved.</summary>
    internal Fact<ImmutableHashSet<PrrtLab>> Missing
    {
        get
        {
            var labs = Enum.GetValues<PrrtLab>();
            var open = labs.Where(lab => IsMissing(lab) == Truth.Unknown).Select(lab => Find(lab).Unknown).OfType<IFact>().ToArray();
            return open.Length == 0
                ? Fact.Known<ImmutableHashSet<PrrtLab>>([.. labs.Where(lab => IsMissing(lab) == Truth.Yes)])
                : Fact.UnknownLike<ImmutableHashSet<PrrtLab>>(open.FirstOrDefault(fact => !fact.Missing.IsEmpty) ?? open[0]);
        }
    }

    internal Truth IsMissing(PrrtLab lab) => Find(lab).Answer;

    private (Truth Answer, IFact? Unknown) Find(PrrtLab lab)
    {
        if (!_answers.TryGetValue(lab, out var answer))
            _answers[lab] = answer = lab switch
            {
                PrrtLab.Platelets => MissedPlatelets(),
                PrrtLab.Haemoglobin => Missed(LaboratoryTests.Haemoglobin),
                PrrtLab.Leucocytes => Missed(LaboratoryTests.Leucocytes),
                PrrtLab.Creatinine => Missed(LaboratoryTests.Creatinine, LaboratoryTests.CreatinineClearance, LaboratoryTests.FiltrationRate),
                PrrtLab.LiverTests => Missed(LaboratoryTests.Alt, LaboratoryTests.Ast, LaboratoryTests.Bilirubin),
                PrrtLab.PregnancyTest => MissedPregnancyTest(),
                _ => throw new ArgumentOutOfRangeException(nameof(lab), lab, null),
            };
        return answer;
    }

    private (Truth Answer, IFact? Unknown) Missed(params ImmutableArray<Analyte> analytes)
    {
        var series = new MarkerSeries(chart, analytes);
        return Missed(series.Results.Select(result => result.Value.Date), series.Gaps, [.. series.Results.Select(result => result.Evidence)]);
    }

    /// <summary>A count that cannot be compared with the limit is none.</summary>
    private (Truth Answer, IFact? Unknown) MissedPlatelets()
    {
        var series = new MarkerSeries(chart, LaboratoryTests.Platelets);
        MarkerResult[] counts = [.. series.Results.Where(result => result.Value.Unit == LaboratoryTests.Platelets.Unit)];
        return Missed(counts.Select(result => result.Value.Date), series.Gaps, [.. counts.Select(result => result.Evidence)]);
    }

    private (Truth Answer, IFact? Unknown) MissedPregnancyTest()
    {
        var tests = PregnancyReader.Tests(chart);
        var (answer, unknown) = Missed(tests.Select(test => test.Date), PregnancyReader.TestGaps(chart), [.. tests.Select(test => test.Evidence)]);
        var (concerned, reason) = IsToBeTested();
        return (answer.And(concerned), answer.And(concerned) == Truth.Unknown ? unknown ?? reason : null);
    }

    private (Truth Answer, IFact? Unknown) IsToBeTested()
    {
        var female = patient.Sex.Test(sex => sex == Sex.Female);
        var ofAge = patient.Age.Test(age => age.AtLeast(YoungestTested).And(age.AtMost(OldestTested)));
        return (female.And(ofAge), female == Truth.Unknown ? patient.Sex : patient.Age);
    }

    private (Truth Answer, IFact? Unknown) Missed(IEnumerable<PartialDate?> dates, Gaps gaps, ImmutableArray<Evidence> evidence)
    {
        var found = dates.OfType<PartialDate>().Aggregate(Truth.No, (answer, date) => answer.Or(IsInTime(date)));
        if (found == Truth.Yes)
            return (Truth.No, null);
        if (gaps.Any)
            return (Truth.Unknown, gaps.MissingBeside<bool>(evidence));
        return found == Truth.Unknown ? (Truth.Unknown, Fact.Unknown<bool>(UnknownReason.Unusable, evidence)) : (Truth.Yes, null);
    }

    private Truth IsInTime(PartialDate date) =>
        date.Last < day.AddDays(-Days) || date.First > day ? Truth.No
        : date.First >= day.AddDays(-Days) && date.Last <= day ? Truth.Yes
        : Truth.Unknown;
}
