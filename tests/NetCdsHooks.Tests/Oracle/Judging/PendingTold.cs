using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>What is ordered or booked already (clinical part 6).</summary>
internal sealed class PendingTold(Judge judge)
{
    internal bool HasGap => judge.Gap(DataNeed.ServiceRequests, DataNeed.Appointments);

    /// <summary>Those of the record, and those that are being placed.</summary>
    internal IEnumerable<Request> Open => judge.Patient.Requests.Where(request => request.IsPending)
        .Concat(judge.Call.Drafts.Where(draft => draft is { Service: not null, IsEnded: false }).Select(draft => new Request(draft.Service!) { Date = draft.Date }));

    internal IEnumerable<Request> Sectional => Open.Where(request => request.Kind.Role == Role.Sectional && Qualifies(request.Kind.Region));

    internal Verdict HasSectional => Verdicts.Found(Sectional.Any(), HasGap);

    internal bool Qualifies(Region region) => region switch
    {
        Region.NotTold => true,
        Region.Chest => judge.Pathology.IsThoracic,
        Region.Abdomen => !judge.Pathology.IsThoracic,
        _ => false,
    };

    internal Verdict HasOperation => Verdicts.Found(
        Open.Any(request => request.Kind.Role is Role.AbdominalSurgery or Role.PancreasSurgery or Role.ThoracicSurgery or Role.LiverResection or Role.Cholecystectomy or Role.LiverDirected)
            || judge.Patient.Acts.Any(act => act.Status == "preparation" && act.Kind.Removes.Length > 0 && !(Days.Read(act.Date)?.Last < judge.Today)),
        HasGap || judge.Gap(DataNeed.Procedures));

    internal Verdict Has(Role role) => Verdicts.Found(Open.Any(request => request.Kind.Role == role), HasGap);

    internal Verdict Has(params RequestKind[] kinds) => Verdicts.Found(Open.Any(request => kinds.Contains(request.Kind)), HasGap);
}
