using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Tumour markers (codes parts 2 and 10).</summary>
internal sealed class MarkersTold(Judge judge)
{
    private static readonly FindingKind[] Chromogranin = [FindingKinds.ChromograninA, FindingKinds.ChromograninAUnits];
    private static readonly FindingKind[] Hiaa = [FindingKinds.HiaaUrine, FindingKinds.HiaaPlasma];

    internal bool HasGap => judge.Gap(DataNeed.Markers);

    internal Verdict HasChromogranin => Verdicts.Found(judge.Results(Chromogranin).Any(), HasGap);

    internal Verdict HasHiaa => Verdicts.Found(judge.Results(Hiaa).Any(), HasGap);

    internal Verdict HasEnolase => Verdicts.Found(judge.Results(FindingKinds.Enolase).Any(), HasGap);

    internal Told<Days> LastChromogranin => Last(Chromogranin);

    internal Told<Days> LastHiaa => Last(Hiaa);

    internal Told<Days> LastEnolase => Last(FindingKinds.Enolase);

    internal Verdict IsChromograninRaised => HasGap ? Verdict.NotAsked
        : IsLatestRaised(Chromogranin);

    internal Verdict IsHiaaRaised => HasGap ? Verdict.NotAsked
        : IsLatestRaised(Hiaa);

    /// <summary>Of the first value.</summary>
    internal Verdict WasHiaaRaised => HasGap ? Verdict.NotAsked
        : judge.Results(Hiaa).Where(result => result.Date is not null).OrderBy(result => Days.Read(result.Date)!.Value.Last).FirstOrDefault() is { } first ? IsRaised(first)
        : Verdict.NotTold;

    /// <summary>Of the latest day, and of dates too vague to be told from it, the highest.</summary>
    private Verdict IsLatestRaised(FindingKind[] kinds) => judge.Latest(judge.Results(kinds)) is { } latest
        ? Verdicts.Any([.. judge.Results(kinds).Where(result => latest.Date is null || Days.Read(result.Date)?.Last >= Days.Read(latest.Date)!.Value.First).Select(IsRaised)])
        : Verdict.NotTold;

    /// <summary>The latest is raised and at least 1.5 times the one before it that is 30 days or more away, in the same unit.</summary>
    internal Verdict HasChromograninRisen
    {
        get
        {
            if (HasGap || judge.Latest(judge.Results(Chromogranin)) is not { } latest)
                return HasGap ? Verdict.NotAsked : Verdict.NotTold;
            var earlier = judge.Latest(judge.Results(latest.Kind).Where(result => Days.Read(result.Date)?.Last.AddDays(30) <= Days.Read(latest.Date)?.First));
            return earlier is null ? Verdict.NotTold : Verdicts.All(IsChromograninRaised, Verdicts.Of(latest.Amount >= 1.5m * earlier.Amount));
        }
    }

    private static Verdict IsRaised(Finding result)
    {
        decimal? limit = result.High ?? (result.Kind == FindingKinds.ChromograninA ? 100 : result.Kind == FindingKinds.HiaaUrine ? 10 : null);
        return limit is { } most ? Verdicts.Of(result.Amount > most) : Verdict.NotTold;
    }

    private Told<Days> Last(params FindingKind[] kinds) =>
        HasGap || Calendar.Latest(judge.Results(kinds).Select(result => result.Date)) is not { } latest ? Told<Days>.Nothing(HasGap) : Told<Days>.Of(latest);
}
