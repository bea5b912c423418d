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

    private IEnumerable<(ScanKind Kind, string? Date)> Sectional => Done.Where(image => image.Kind.IsSectional && Qualifies(image.Kind.Region) != Verdict.No);

    internal Verdict HasSectional => ShowsBoth ? Verdict.Yes
        : Verdicts.Any([Verdicts.Found(false, HasGap), .. Sectional.Select(image => Qualifies(image.Kind.Region))]);

    internal Verdict HasReceptor => Verdicts.Found(Done.Any(image => image.Kind.IsReceptor), HasGap);

    internal Verdict HasEus => Done.Any(image => image.Kind.IsEus) ? Verdict.Yes
        : judge.Gap(DataNeed.Imaging, DataNeed.Reports, DataNeed.Procedures) ? Verdict.NotAsked
        : judge.Patient.Acts.Any(act => act.Status == "stopped" && act.Kind.Scan?.IsEus == true) ? judge.Gap(DataNeed.ServiceRequests) ? Verdict.NotAsked : Verdict.NotTold
        : Verdict.No;

    internal Told<Days> LastSectional => IsSectionalOpen ? Told<Days>.NotAsked : Last(Sectional.Select(image => image.Date));

    /// <summary>For an observed pancreatic tumour an endosonography counts as well.</summary>
    internal Told<Days> LastSectionalOrEus => IsSectionalOpen ? Told<Days>.NotAsked : Last(Sectional.Concat(Done.Where(image => image.Kind.IsEus)).Select(image => image.Date));

    internal Verdict HasFdg => Verdicts.Found(Done.Any(image => image.Kind.IsFdg), HasGap);

    internal Verdict IsEchoNeverOrOlder => NeverOrOlder(Done.Where(image => image.Kind.IsEcho).Select(image => image.Date), judge.Gap(DataNeed.Imaging, DataNeed.Reports, DataNeed.Procedures));

    internal Verdict IsPancreasNeverOrOlder => NeverOrOlder(Pancreas, HasGap);

    internal Told<Days> LastPancreas => Last(Pancreas);

    private IEnumerable<string?> Pancreas => Done
        .Where(image => image.Kind.IsEus || (image.Kind.IsSectional && image.Kind.Region is Region.Abdomen or Region.ChestAndAbdomen or Region.NotTold))
        .Select(image => image.Date);

    private Verdict NeverOrOlder(IEnumerable<string?> dates, bool hasGap)
    {
        var all = dates.ToArray();
        if (Calendar.Latest(all) is not { } last)
            return hasGap ? Verdict.NotAsked : all.Length == 0 ? Verdict.Yes : Verdict.NotTold;
        var isOlder = Calendar.IsOlderThan(last, 12, judge.Today);
        return isOlder != Verdict.No && hasGap ? Verdict.NotAsked : isOlder;
    }

    internal Told<Days> LastReceptor => Last(Done.Where(image => image.Kind.IsReceptor).Select(image => image.Date));

    /// <summary>Abdomen for tumours of the gut and unknown ones, chest for lung and thymus; a region that is not told counts.</summary>
    internal Verdict Qualifies(Region region) => region switch
    {
        Region.NotTold or Region.WholeBody or Region.ChestAndAbdomen => Verdict.Yes,
        Region.Chest => Verdicts.Recorded(IsThoracic),
        Region.Abdomen or Region.Pelvis => Verdicts.Not(Verdicts.Recorded(IsThoracic)),
        _ => Verdict.No,
    };

    private Verdict IsThoracic => judge.Tumour.Site.Is(site => site is Place.Lung or Place.Thymus);

    /// <summary>Chest and abdomen, one of which is the right one.</summary>
    private bool ShowsBoth => Sectional.Any(image => image.Kind.Region == Region.Chest) && Sectional.Any(image => image.Kind.Region == Region.Abdomen);

    /// <summary>A later image may or may not be of the region of the tumour.</summary>
    private bool IsSectionalOpen
    {
        get
        {
            var sure = Calendar.Latest(Sectional.Where(image => Qualifies(image.Kind.Region) == Verdict.Yes).Select(image => image.Date));
            if (ShowsBoth && Sectional.All(image => image.Date is null))
                return false;
            return Sectional.Any(image => Qualifies(image.Kind.Region).IsOpen && (sure is not { } last || Days.Read(image.Date)?.Last > last.Last));
        }
    }

    private Told<Days> Last(IEnumerable<string?> dates) =>
        HasGap || Calendar.Latest(dates) is not { } latest ? Told<Days>.Nothing(HasGap) : Told<Days>.Of(latest);
}
