using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Laboratory values, and what follows from them.</summary>
internal sealed class LaboratoryTold(Judge judge)
{
    internal bool HasGap => judge.Gap(DataNeed.Labs);

    internal Verdict IsMeasured(params FindingKind[] kinds) => Verdicts.Found(judge.Results(kinds).Any(), HasGap);

    internal Told<decimal> Latest(FindingKind kind) =>
        HasGap || judge.Latest(judge.Results(kind)) is not { } result ? Told<decimal>.Nothing(HasGap) : Told<decimal>.Of(result.Amount!.Value);

    /// <summary>Never, or more than so many months ago.</summary>
    internal Verdict IsNeverOrOlder(int months, params FindingKind[] kinds)
    {
        var results = judge.Results(kinds).ToArray();
        if (Calendar.Latest(results.Select(result => result.Date)) is not { } last)
            return HasGap ? Verdict.NotAsked : results.Length == 0 ? Verdict.Yes : Verdict.NotTold;
        var isOlder = Calendar.IsOlderThan(last, months, judge.Today);
        return isOlder != Verdict.No && HasGap ? Verdict.NotAsked : isOlder;
    }

    internal Told<Amount> Age
    {
        get
        {
            if (judge.Gap(DataNeed.Patient))
                return Told<Amount>.NotAsked;
            return Days.Read(judge.Patient.BirthDate) is { } born
                ? Told<Amount>.Of(new(Years(born.Last), true, Years(born.First), true))
                : Told<Amount>.NotTold;
        }
    }

    /// <summary>
    /// Diagnosed, told so within 42 weeks, or a positive test of the last 60 days; a test of a person who could not be read may be a man's.
    /// Men, girls under 10 and women over 55 are not.
    /// </summary>
    internal Verdict IsPregnant
    {
        get
        {
            var cannot = Verdicts.Any(
                judge.Gap(DataNeed.Patient) ? Verdict.NotAsked : judge.Patient.Sex is null ? Verdict.NotTold : Verdicts.Of(judge.Patient.Sex == "male"),
                Age.Is(age => age.Above(55)),
                Age.Is(age => age.Below(10)));
            if (cannot == Verdict.Yes)
                return Verdict.No;
            if (judge.Patient.Diagnoses.Any(diagnosis => diagnosis.IsActive && diagnosis.Kind.Mark == Mark.Pregnancy))
                return Verdict.Yes;
            var told = Told(FindingKinds.PregnancyStatus, result => result.Coded == "snomed|77386006" ? 294 : 60);
            if (!judge.Gap(DataNeed.Patient))
                told = told.Concat(Told(FindingKinds.Hcg, _ => 60));
            var all = told.ToArray();
            if (all.Any(one => one.IsPregnant && !all.Any(other => !other.IsPregnant && other.Days.First > one.Days.Last)))
                return Verdict.Yes;
            return judge.Gap(DataNeed.Patient, DataNeed.Status, DataNeed.Conditions) ? Verdict.NotAsked : all.Length > 0 ? Verdict.No : Verdict.NotTold;
        }
    }

    /// <summary>What was said of a pregnancy, as long as it is surely fresh.</summary>
    private IEnumerable<(bool IsPregnant, Days Days)> Told(FindingKind kind, Func<Finding, int> days) =>
        from result in judge.Results(kind)
        where Days.Read(result.Date) is { } day && day.First >= judge.Today.AddDays(-days(result))
        select (result.Coded == "snomed|77386006" || result.Words == "positive", Days.Read(result.Date)!.Value);

    private int Years(DateOnly born)
    {
        var years = judge.Today.Year - born.Year;
        return born.AddYears(years) > judge.Today ? years - 1 : years;
    }
}
