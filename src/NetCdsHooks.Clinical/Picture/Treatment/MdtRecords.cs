using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Tumour boards held and planned, from every kind of resource that tells of them.</summary>
internal sealed class MdtRecords
{
    private const string Mdt = "mdt-review";

    private readonly Chart _chart;

    internal MdtRecords(Chart chart)
    {
        _chart = chart;
        Gaps = chart.GapsIn([DataNeed.Procedures, DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.CarePlans], Mdt);
        Held =
        [
            .. OfProcedures(), .. OfObservations(), .. OfOrders(), .. OfAppointments(),
            .. chart.Record.All<CarePlan>().Where(plan => plan.Counts()).SelectMany(Of),
        ];
        Held = [.. Held.Where(review => !chart.IsFuture(review.Date))];
        Planned = chart.Pending.Where(order => order.Kinds.Contains(OrderKind.MdtReview)).Select(order => order.Evidence)
            .Concat(chart.Record.All<CarePlan>().Where(plan => plan.Counts()).SelectMany(PlannedIn))
            .FirstOrDefault();
    }

    internal Gaps Gaps { get; }

    /// <summary>In the order of the record.</summary>
    internal ImmutableArray<Evidence> Held { get; }

    internal Evidence? Planned { get; }

    /// <summary>An undated one is the last only when there is no other.</summary>
    internal Evidence? Last => Held.MaxBy(review => review.Date);

    private IEnumerable<Evidence> OfProcedures() =>
        from procedure in _chart.Record.All<Procedure>()
        where procedure.IsDone()
        let evidence = Read(procedure, Wording.Join([procedure.Code, procedure.Category]), procedure.ClinicalDate(_chart))
        where evidence is not null
        select evidence;

    private IEnumerable<Evidence> OfObservations() =>
        from observation in _chart.Record.All<Observation>()
        where observation.Counts()
        let evidence = Read(observation, Wording.Join([observation.Code]), observation.ClinicalDate(_chart))
        where evidence is not null
        select observation.Status == "preliminary" && evidence.Confidence == Confidence.Coded
            ? evidence with { Confidence = Confidence.Preliminary }
            : evidence;

    private IEnumerable<Evidence> OfOrders() =>
        from order in _chart.Record.All<ServiceRequest>()
        where order.IsDone()
        let evidence = Read(order, Wording.Join([order.Code, .. order.OrderDetail]), order.ClinicalDate(_chart))
        where evidence is not null
        select evidence;

    private IEnumerable<Evidence> OfAppointments() =>
        from appointment in _chart.Record.All<Appointment>()
        where appointment.WasKept()
        let evidence = Read(appointment, ImageSource.Of(appointment, _chart).Name, appointment.ClinicalDate(_chart))
        where evidence is not null
        select evidence;

    private IEnumerable<Evidence> Of(CarePlan plan)
    {
        if (Read(plan, Wording.Join(plan.Category, plan.Title), plan.ClinicalDate(_chart)) is { } titled)
            yield return titled;
        foreach (var activity in Activities(plan))
            if (activity.Status is null or "completed" or "in-progress" && Read(plan, activity) is { } held)
                yield return held;
    }

    private IEnumerable<Evidence> PlannedIn(CarePlan plan) =>
        from activity in Activities(plan)
        let evidence = Read(plan, activity)
        where evidence is not null
            && (activity.Status is "scheduled" or "not-started" && !_chart.IsOver(evidence.Date)
                || activity.Status is null && _chart.IsFuture(evidence.Date))
        select evidence;

    private static IEnumerable<CarePlanActivityDetail> Activities(CarePlan plan) =>
        plan.Activity.Select(activity => activity.Detail).OfType<CarePlanActivityDetail>().Where(activity => activity.DoNotPerform != true);

    private Evidence? Read(CarePlan plan, CarePlanActivityDetail activity) =>
        Read(
            plan,
            Wording.Join([activity.Code], activity.Description),
            activity.ClinicalDate(_chart) ?? (activity.Status is "scheduled" or "not-started" ? null : plan.ClinicalDate(_chart)));

    private Evidence? Read(Resource resource, CodeableConcept name, PartialDate? date) =>
        _chart.Match(Mdt, name) is var match and not ConceptMatch.No
            ? new(resource.Self, date, match.ConfidenceOfName(name))
            : null;
}
