using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What one order of the call says.</summary>
/// <param name="Kinds">What it is for; empty when no card judges it.</param>
/// <param name="Name">Codes and wording of what is ordered.</param>
/// <param name="Date">The day it is meant for; null when it names none.</param>
/// <param name="Regions">The parts of the body that an image is to show.</param>
/// <param name="Reasons">Why it is ordered, as far as it says.</param>
/// <param name="Notes">What is noted on it.</param>
/// <param name="Evidence">The order itself. What an order is called is no narrative.</param>
internal sealed record DraftReading(
    ImmutableHashSet<OrderKind> Kinds,
    CodeableConcept Name,
    PartialDate? Date,
    BodyRegions Regions,
    ImmutableArray<CodeableConcept> Reasons,
    ImmutableArray<string> Notes,
    Evidence Evidence)
{
    private static readonly ImmutableHashSet<OrderKind> Nothing = [];

    /// <summary>The operations and the like that it is for.</summary>
    internal ImmutableHashSet<Intervention> Interventions { get; private init; } = [];

    /// <summary>A drug order; null for any other.</summary>
    internal DrugUse? Drug { get; private init; }

    /// <summary>The therapy that it ends, as the record has it; null for an order that ends none.</summary>
    internal DrugUse? Ended { get; private init; }

    /// <summary>False where nothing says which drug or service is meant, so that it may be any.</summary>
    internal bool IsTold { get; private init; } = true;

    /// <summary>Null for anything but a drug order.</summary>
    internal PrescribedDose? Dose => field ??= Drug?.Resource is MedicationUse use ? DoseReader.Read(use) : null;

    /// <summary>Whether its notes or reasons name something.</summary>
    internal bool Says(Chart chart, string conceptId) =>
        Notes.Any(note => chart.MeansText(conceptId, note)) || Reasons.Any(reason => chart.Means(conceptId, reason));

    internal static DraftReading Of(Resource resource, Chart chart) => resource switch
    {
        MedicationRequest request => OfDrug(request, chart),
        ServiceRequest request => OfService(request, chart),
        Appointment appointment => OfAppointment(appointment, chart),
        _ => new(Nothing, new(), null, BodyRegions.NotStated, [], [], new(resource.Self, null)),
    };

    private static DraftReading OfDrug(MedicationRequest request, Chart chart)
    {
        var recorded = TherapyWithThatId(request, chart);
        var use = chart.Drugs.Read(request);
        var drug = use.Drug ?? recorded?.Drug;
        use = use with { Drug = drug ?? new CodeableConcept() };
        return new(
            IsEnd(request.Status) ? EndOf(use, recorded, chart) : DrugKinds.Of(use, chart),
            use.Drug,
            request.PlannedDay(chart),
            BodyRegions.NotStated,
            IsEnd(request.Status) && request.StatusReason is { } reason
                ? [reason, .. ReasonsOf(request.ReasonCode, request.ReasonReference, chart)]
                : ReasonsOf(request.ReasonCode, request.ReasonReference, chart),
            TextsOf(request.Note),
            new(request.Self, chart.Date(request.AuthoredOn)))
        {
            Drug = use,
            Ended = IsEnd(request.Status) ? recorded ?? use : null,
            IsTold = drug is not null,
        };
    }

    private static DraftReading OfService(ServiceRequest request, Chart chart)
    {
        var source = ImageSource.Of(request, chart);
        var interventions = IsEnd(request.Status) ? [] : InterventionsOf(source, request.Category, request.BodySite, chart);
        return new(
            IsEnd(request.Status) ? Nothing : OrderKinds.Of(source, request.Category, chart).Union(OrderKinds.Of(interventions)),
            request.Code ?? new CodeableConcept(),
            source.Evidence.Date,
            source.Regions,
            ReasonsOf(request.ReasonCode, request.ReasonReference, chart),
            TextsOf(request.Note),
            new(request.Self, chart.Date(request.AuthoredOn) ?? chart.Date(request.OccurrenceDateTime)))
        {
            Interventions = interventions,
            IsTold = source.Name.Wording is not null,
        };
    }

    /// <summary>A booking is for what it says itself and for the orders that it is based on.</summary>
    private static DraftReading OfAppointment(Appointment appointment, Chart chart)
    {
        var own = ImageSource.Of(appointment, chart);
        var orders = chart.Record.All<ServiceRequest>()
            .Concat(chart.Record.Drafts.Select(draft => draft.Resource).OfType<ServiceRequest>())
            .Where(order => appointment.BasedOn.Any(reference => order.Id is not null && reference.IdOf("ServiceRequest") == order.Id))
            .Select(order => (order.Category, order.BodySite, Source: ImageSource.Of(order, chart)))
            .ToArray();
        var interventions = IsEnd(appointment.Status)
            ? []
            : InterventionsOf(own, [], [], chart).Union(orders.SelectMany(order => InterventionsOf(order.Source, order.Category, order.BodySite, chart)));
        return new(
            IsEnd(appointment.Status)
                ? Nothing
                : OrderKinds.Of(own, [], chart)
                    .Union(orders.SelectMany(order => OrderKinds.Of(order.Source, order.Category, chart)))
                    .Union(OrderKinds.Of(interventions)),
            own.Name.Wording is null && orders.Length > 0 ? orders[0].Source.Name : own.Name,
            own.Evidence.Date,
            orders.Aggregate(own.Regions, (all, order) => all | order.Source.Regions),
            appointment.ReasonCode,
            [.. new[] { appointment.Description, appointment.Comment }.OfType<string>()],
            new(appointment.Self, own.Evidence.Date))
        {
            Interventions = interventions,
            IsTold = own.Name.Wording is not null || orders.Length > 0 || appointment.BasedOn.IsEmpty,
        };
    }

    private static ImmutableHashSet<Intervention> InterventionsOf(
        ImageSource order, ImmutableArray<CodeableConcept> category, ImmutableArray<CodeableConcept> bodySite, Chart chart)
    {
        var name = Wording.Join([order.Name, .. category]);
        return chart.InterventionsOf(name, Wording.Join([name, .. bodySite]));
    }

    /// <summary>An order that comes back ended is no order any more; that of a long-acting analogue ends a therapy.</summary>
    private static bool IsEnd(string? status) => status is "stopped" or "cancelled" or "revoked" or "entered-in-error" or "ended";

    private static ImmutableHashSet<OrderKind> EndOf(DrugUse use, DrugUse? recorded, Chart chart) =>
        use.Resource is MedicationRequest { Status: "stopped" or "cancelled" }
        && (chart.Drugs.IsLongActingAnalogue(use) || (recorded is null ? MeansDepotInUse(use, chart) : chart.Drugs.IsLongActingAnalogue(recorded)))
            ? [OrderKind.SsaStop]
            : Nothing;

    /// <summary>A stop may name the drug alone, without a strength: where only the depot form of it is in use, that is what ends.</summary>
    private static bool MeansDepotInUse(DrugUse use, Chart chart) =>
        chart.Means("octreotide", use.Drug)
        && use.Drug!.Wordings.All(wording => !wording.Any(char.IsDigit))
        && chart.Drugs.OfLongActingAnalogues().Any(other => other.IsCurrent && chart.Means("octreotide", other.Drug))
        && !chart.Drugs.OfShortActingOctreotide().Any(other => other.IsCurrent);

    private static DrugUse? TherapyWithThatId(MedicationRequest draft, Chart chart) =>
        draft.Id is { } id && chart.Record.All<MedicationRequest>().FirstOrDefault(request => request.Id == id) is { } therapy
            ? chart.Drugs.Read(therapy)
            : null;

    private static ImmutableArray<CodeableConcept> ReasonsOf(
        ImmutableArray<CodeableConcept> codes, ImmutableArray<Reference> references, Chart chart) =>
    [
        .. codes,
        .. chart.Record.All<Condition>()
            .Where(condition => condition.Id is not null && references.Any(reference => reference.IdOf("Condition") == condition.Id))
            .Select(condition => condition.Code).OfType<CodeableConcept>(),
    ];

    private static ImmutableArray<string> TextsOf(ImmutableArray<Annotation> notes) => [.. notes.Select(note => note.Text).OfType<string>()];
}
