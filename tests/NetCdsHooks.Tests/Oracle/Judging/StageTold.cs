using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Stage, extent and metastases (codes part 2).</summary>
internal sealed class StageTold(Judge judge)
{
    internal bool HasGap => judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports);

    private IEnumerable<Spread> Spreads => judge.Patient.Diagnoses.Where(diagnosis => diagnosis.IsActive).Select(diagnosis => diagnosis.Kind.Spread).OfType<Spread>();

    private string? Group => Words(FindingKinds.StageGroup);

    internal bool IsNodePositive => Words(FindingKinds.Nodes) == "N1";

    internal bool HasPositiveNodes => IsNodePositive || Spreads.Contains(Spread.NearNodes);

    internal Told<Extent> Extent
    {
        get
        {
            if (Words(FindingKinds.Metastasis) == "M1" || IsGroup("IV") || Spreads.Any(spread => spread != Spread.NearNodes))
                return Told<Extent>.Of(Judging.Extent.Metastatic);
            if (judge.Gap(DataNeed.Conditions, DataNeed.Pathology))
                return Told<Extent>.NotAsked;
            if (IsNodePositive || IsGroup("III") || Spreads.Any())
                return Told<Extent>.Of(Judging.Extent.Regional);
            var isLocal = (Words(FindingKinds.Nodes) == "N0" && Words(FindingKinds.Metastasis) == "M0") || IsEarlyGroup;
            return isLocal ? Told<Extent>.Of(Judging.Extent.Localized) : Told<Extent>.Nothing(HasGap);
        }
    }

    internal bool IsEarlyGroup => IsGroup("I") || IsGroup("II");

    /// <summary>Stage I by group.</summary>
    internal Verdict IsFirstGroup => judge.Gap(DataNeed.Pathology) ? Verdict.NotAsked : Group is null ? judge.Gap(DataNeed.Conditions, DataNeed.Reports) ? Verdict.NotAsked : Verdict.NotTold : Verdicts.Of(IsGroup("I"));

    internal bool IsNodeNegative => Words(FindingKinds.Nodes) == "N0";

    internal bool IsSmallByCategory => Words(FindingKinds.Tumour) is "T1" or "pT1";

    internal Verdict IsMetastatic => Extent.Is(extent => extent == Judging.Extent.Metastatic);

    /// <summary>Metastatic, or regional and called unresectable.</summary>
    internal Verdict IsAdvanced => Verdicts.Any(
        IsMetastatic,
        Verdicts.All(
            Extent.Is(extent => extent == Judging.Extent.Regional),
            Verdicts.Found(judge.Patient.Reports.Any(report => report.Counts && report.Conclusion == "Unresectable."), judge.Gap(DataNeed.Reports, DataNeed.Procedures, DataNeed.CarePlans))));

    private bool IsOutsideLiver => Spreads.Any(spread => spread is Spread.Bone or Spread.Elsewhere);

    internal Verdict HasMetastases => Verdicts.Any(IsMetastatic == Verdict.Yes ? Verdict.Yes : Verdicts.Found(false, judge.Gap(DataNeed.Conditions, DataNeed.Pathology)));

    /// <summary>Nothing outside it is a no only where images could have shown it.</summary>
    internal Verdict IsLiverOnly => Verdicts.All(
        HasLiverMetastases,
        IsOutsideLiver ? Verdict.No : judge.Gap(DataNeed.Conditions, DataNeed.Pathology) ? Verdict.NotAsked
            : Verdicts.Any(judge.Images.HasSectional, judge.Images.HasReceptor) is var shown && shown == Verdict.No ? Verdict.NotTold : shown);

    internal Verdict HasLiverMetastases => Verdicts.Found(Spreads.Contains(Spread.Liver), judge.Gap(DataNeed.Conditions, DataNeed.Pathology));

    /// <summary>The last metastasis, recurrence or progression.</summary>
    internal Told<Days> LastChange
    {
        get
        {
            var dates = judge.Patient.Diagnoses.Where(diagnosis => diagnosis.Counts && (diagnosis.Kind.Spread is not (null or Spread.NearNodes) || diagnosis.Status is "recurrence" or "relapse")).Select(diagnosis => diagnosis.Date)
                .Concat(judge.Results(FindingKinds.DiseaseStatus).Where(result => result.Coded == "snomed|271299001").Select(result => result.Date));
            return Calendar.Latest(dates) is { } latest ? Told<Days>.Of(latest) : Told<Days>.Nothing(judge.Gap(DataNeed.Conditions, DataNeed.Status));
        }
    }

    private bool IsGroup(string roman) => Group?.Replace("Stage ", "", StringComparison.Ordinal).TrimEnd('A', 'B', 'C') == roman;

    private string? Words(FindingKind kind) => judge.Latest(judge.Results(kind))?.Words;
}
