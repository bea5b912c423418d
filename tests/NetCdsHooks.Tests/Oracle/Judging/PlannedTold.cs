using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Operations and the like that are still to come: ordered, booked, in preparation or being ordered.</summary>
internal sealed class PlannedTold(Judge judge)
{
    internal static readonly Role[] Operations = [Role.AbdominalSurgery, Role.PancreasSurgery, Role.ThoracicSurgery, Role.LiverResection, Role.Cholecystectomy];

    internal static readonly Role[] AbdominalOperations = [Role.AbdominalSurgery, Role.PancreasSurgery, Role.LiverResection, Role.Cholecystectomy];

    internal static readonly Role[] Interventions = [.. Operations, Role.LiverBiopsy, Role.LiverDirected];

    private bool HasGap => judge.Gap(DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.Procedures);

    private IEnumerable<(Role Role, string? Date)> All =>
        judge.Patient.Requests.Where(request => request.IsPending).Select(request => (request.Kind.Role, (string?)request.Date))
            .Concat(judge.Patient.Acts.Where(act => act.Status is "preparation" or "in-progress" && !IsPast(act)).Select(act => (act.Kind.Role, (string?)(act.Status == "in-progress" ? $"{judge.Today:yyyy-MM-dd}" : act.Date))))
            .Concat(judge.Call.Drafts.Where(draft => draft is { Service: not null, IsEnded: false }).Select(draft => (draft.Service!.Role, (string?)(draft.Date ?? $"{judge.Today:yyyy-MM-dd}"))));

    internal Verdict Has(params Role[] roles) => Verdicts.Found(All.Any(planned => roles.Contains(planned.Role)), HasGap);

    /// <summary>An operation today or within so many days.</summary>
    internal Verdict HasOperationWithin(int days)
    {
        var dates = All.Where(planned => Operations.Contains(planned.Role)).Select(planned => Days.Read(planned.Date)).ToArray();
        return dates.Any(date => date?.Last <= judge.Today.AddDays(days)) ? Verdict.Yes
            : HasGap ? Verdict.NotAsked
            : dates.Any(date => date is null || date.Value.First <= judge.Today.AddDays(days)) ? Verdict.NotTold
            : Verdict.No;
    }

    internal Verdict IsGallbladderGone => Verdicts.Found(
        judge.Patient.Acts.Any(act => act.Kind.Role == Role.Cholecystectomy && act.Status == "completed" && !Calendar.IsFuture(act.Date, judge.Today)),
        judge.Gap(DataNeed.Procedures, DataNeed.Conditions));

    /// <summary>Short-acting octreotide in use or being ordered.</summary>
    internal Verdict HasOctreotide => Verdicts.Found(
        judge.Drugs.Of(DrugGroup.OctreotideShort).Any(drug => drug.Form != DrugForm.Given && drug.Status == "active")
            || judge.Call.Drafts.Any(draft => draft is { Drug.Group: DrugGroup.OctreotideShort, IsEnded: false }),
        judge.Drugs.HasGap || judge.Gap(DataNeed.ServiceRequests, DataNeed.Procedures));

    /// <summary>Octreotide covers no insulinoma and no gastrinoma.</summary>
    internal Verdict HasCover => judge.Function.Has(Hormone.Carcinoid) != Verdict.Yes && (judge.Function.Has(Hormone.Insulinoma) == Verdict.Yes || judge.Function.Has(Hormone.Gastrinoma) == Verdict.Yes)
        ? Verdict.No
        : HasOctreotide;

    internal Verdict HasRadionuclideTherapy => Verdicts.Found(
        judge.Drugs.Of(DrugGroup.Radionuclide).Any(drug => drug.Form == DrugForm.Ordered && DrugsTold.IsOpen(drug)) || All.Any(planned => planned.Role == Role.RadionuclideTherapy),
        judge.Drugs.HasGap || HasGap);

    /// <summary>The next day that it is planned for.</summary>
    internal Days? NextRadionuclideTherapy => All.Where(planned => planned.Role == Role.RadionuclideTherapy).Select(planned => Days.Read(planned.Date)).OfType<Days>()
        .Where(day => day.Last >= judge.Today).OrderBy(day => day.First).Select(day => (Days?)day).FirstOrDefault();

    private bool IsPast(Act act) => act.Status == "preparation" && Days.Read(act.Date)?.Last < judge.Today;
}
