using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Images that were made (clinical part 5.1).</summary>
internal sealed class ImagesTold(Judge judge)
{
    internal bool HasGap => judge.Gap(DataNeed.Imaging, DataNeed.Reports, DataNeed.Procedures, DataNeed.ServiceRequests);

    private IEnumerable<(ScanKind Kind, string? Date)> Done =>
        judge.Patient.Scans.Where(scan => scan.Status == "available").Select(scan => (scan.Kind, scan.Date))
            .Concat(judge.Patient.Reports.Where(report => report.Counts && report.Kind.Scan is not null).Select(report => (report.Kind.Scan!, report.Date)))
            .Concat(judge.Patient.Acts.Where(act => act.Status == "completed" && act.Kind.Scan is not null).Select(act => (act.Kind.Scan!, act.Date)))
            .Where(image => !Calendar.IsFuture(image.Date, judge.Today));

    private IEnumerable<(ScanKind Kind, string? Date)> Sectional => Done.Where(image => image.Kind.IsSectional && Qualifies(image.Kind.Region));

    internal Verdict HasSectional => Verdicts.Found(Sectional.Any(), HasGap);

    internal Verdict HasReceptor => Verdicts.Found(Done.Any(image => image.Kind.IsReceptor), HasGap);

    internal Verdict HasEus => Done.Any(image => image.Kind.IsEus) ? Verdict.Yes
        : judge.Gap(DataNeed.Imaging, DataNeed.Reports, DataNeed.Procedures) ? Verdict.NotAsked
        : judge.Patient.Acts.Any(act => act.Status == "stopped" && act.Kind.Scan?.IsEus == true) ? Verdict.NotTold
        : Verdict.No;

    internal Told<Days> LastSectional => Last(Sectional.Select(image => image.Date));

    /// <summary>For an observed pancreatic tumour an endosonography counts as well.</summary>
    internal Told<Days> LastSectionalOrEus => Last(Sectional.Concat(Done.Where(image => image.Kind.IsEus)).Select(image => image.Date));

    internal Told<Days> LastReceptor => Last(Done.Where(image => image.Kind.IsReceptor).Select(image => image.Date));

    /// <summary>Abdomen for tumours of the gut and unknown ones, chest for lung and thymus; a region that is not told counts.</summary>
    internal bool Qualifies(Region region) => region switch
    {
        Region.NotTold or Region.WholeBody or Region.ChestAndAbdomen => true,
        Region.Chest => judge.Pathology.IsThoracic,
        Region.Abdomen or Region.Pelvis => !judge.Pathology.IsThoracic,
        _ => false,
    };

    private Told<Days> Last(IEnumerable<string?> dates) =>
        HasGap || Calendar.Latest(dates) is not { } latest ? Told<Days>.Nothing(HasGap) : Told<Days>.Of(latest);
}
