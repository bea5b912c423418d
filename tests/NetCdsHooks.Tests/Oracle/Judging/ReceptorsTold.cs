using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Somatostatin receptors (codes part 2, <c>sstr</c>).</summary>
internal sealed class ReceptorsTold(Judge judge)
{
    private bool HasGap => judge.Gap(DataNeed.Pathology, DataNeed.Status, DataNeed.Reports);

    internal Verdict IsStained => Verdicts.Found(judge.Results(FindingKinds.ReceptorStain).Any(), HasGap);

    internal Verdict IsPositive => Answer(true);

    internal Verdict IsNegative => Answer(false);

    /// <summary>What the latest statements say; those too vague in date to be told apart exclude each other when they differ.</summary>
    private Verdict Answer(bool positive)
    {
        var statements = judge.Results(FindingKinds.ReceptorStain).Select(result => (Says: (bool?)(result.Words == "positive"), result.Date))
            .Concat(judge.Patient.Reports.Where(report => report.Kind == ReportKinds.Receptor && report.Counts && !Calendar.IsFuture(report.Date, judge.Today))
                .Select(report => (Says: Read(report), report.Date)))
            .Where(statement => statement.Says is not null).ToArray();
        if (HasGap)
            return Verdict.NotAsked;
        var last = Calendar.Latest(statements.Select(statement => statement.Date));
        var latest = statements.Where(statement => last is null || Days.Read(statement.Date)?.Last >= last.Value.First).Select(statement => statement.Says).Distinct().ToArray();
        return latest is [{ } says] ? Verdicts.Of(says == positive) : Verdict.NotTold;
    }

    private static bool? Read(Report report) => report.Conclusion switch
    {
        "Lesions are DOTATATE avid." => true,
        "The lesion is not avid." or "Krenning score 1." => false,
        _ => null,
    };
}
