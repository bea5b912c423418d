using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Operations and other procedures that are planned, and those done beside the removal of the primary.</summary>
public sealed class InterventionFacts
{
    /// <summary>An operation that is found so near is soon, whatever else could not be asked.</summary>
    private const int SoonDays = 7;

    private readonly Chart _chart;

    private readonly ClinicalPicture _picture;

    internal InterventionFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    public Fact<bool> Cholecystectomy => field ??= FindCholecystectomy();

    /// <summary>External beam radiotherapy.</summary>
    public Fact<bool> BeamRadiotherapy => field ??= BeamEvents.Ever;

    public Fact<PartialDate> LastBeamRadiotherapy => field ??= BeamEvents.Last;

    public Fact<ImmutableHashSet<Intervention>> Planned => field ??= Interventions.Gaps is { Any: true } gaps
        ? gaps.MissingBeside<ImmutableHashSet<Intervention>>([.. Interventions.All.Select(planned => planned.Evidence)])
        : Fact.Known<ImmutableHashSet<Intervention>>(
            [.. Interventions.All.SelectMany(planned => planned.Kinds)], [.. Interventions.All.Select(planned => planned.Evidence)]);

    /// <summary>Days to the next dated operation; 0 is today.</summary>
    public Fact<Interval<decimal>> DaysToSurgery => field ??= FindDaysToSurgery();

    /// <summary>Short-acting octreotide is ordered or running, as a medicine or as an infusion to be given.</summary>
    public Fact<bool> ShortActingOctreotidePlanned => field ??= FindShortActing();

    /// <summary>It answers what may happen around a procedure, which in an insulinoma or a gastrinoma it does not.</summary>
    public Fact<bool> OctreotideCovers => field ??=
        _picture.Function.Has(Syndrome.Carcinoid) != Truth.Yes
        && _picture.Function.Has(Syndrome.Insulinoma).Or(_picture.Function.Has(Syndrome.Gastrinoma)) == Truth.Yes
            ? Fact.Known(false, _picture.Function.Syndromes.Evidence)
            : ShortActingOctreotidePlanned;

    private ProcedureEvents BeamEvents => field ??= new(_chart, "beam-radiotherapy", "prrt", "liver-directed");

    private PlannedInterventions Interventions => field ??= new(_chart);

    /// <summary>One planned intervention proves its kind, whatever else could not be retrieved.</summary>
    internal Truth Has(Intervention kind) =>
        Interventions.All.Any(planned => planned.Kinds.Contains(kind)) ? Truth.Yes
        : Interventions.Gaps.Any ? Truth.Unknown
        : Truth.No;

    private Fact<bool> FindCholecystectomy()
    {
        var done = new ProcedureEvents(_chart, "cholecystectomy").Ever;
        return done is Fact<bool>.Known { Value: true } ? done
            : _chart.HasCondition("cholecystectomy", _ => true) is { } told and not Fact<bool>.Known { Value: false } ? told
            : done;
    }

    private Fact<Interval<decimal>> FindDaysToSurgery()
    {
        var operations = Interventions.All.Where(planned => planned.Kinds.Contains(Intervention.Surgery)).ToArray();
        ImmutableArray<Evidence> evidence = [.. operations.Select(planned => planned.Evidence)];
        PartialDate[] days = [.. operations.Select(planned => planned.Date).OfType<PartialDate>()];
        if (Interventions.Gaps is { Any: true } gaps)
            return days.Length > 0 && days.Min(day => DaysTo(day.Last)) is <= SoonDays and var most
                ? Fact.Known(new Interval<decimal>(0, most), evidence)
                : gaps.MissingBeside<Interval<decimal>>(evidence);
        return days.Length == 0
            ? Fact.Unknown<Interval<decimal>>(UnknownReason.NotRecorded, evidence)
            : Fact.Known(new Interval<decimal>(days.Min(day => DaysTo(day.First)), days.Min(day => DaysTo(day.Last))), evidence);
    }

    private decimal DaysTo(DateOnly day) => Math.Max(0, day.DayNumber - _chart.Today.DayNumber);

    private Fact<bool> FindShortActing()
    {
        var drugs = _chart.Drugs;
        Evidence[] planned =
        [
            .. drugs.OfShortActingOctreotide().Where(use => use.State is TherapyState.Active or TherapyState.Planned && !IsBeingEnded(use)).Select(use => use.Evidence),
            .. OctreotideToBeGiven(),
            .. _chart.Pending.Where(order => order.Kinds.Contains(OrderKind.ShortActingOctreotide)).Select(order => order.Evidence),
        ];
        if (planned.Length > 0)
            return Fact.Known(true, TrustedEvidence.Of(planned));
        return drugs.Gaps is { Any: true } gaps
            ? gaps.NeverUnlessMissing()
            : _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Procedures], "octreotide").NeverUnlessMissing();
    }

    /// <summary>By an order of the call with its id, or with no id of the record and the same drug.</summary>
    private bool IsBeingEnded(DrugUse use) => _chart.Drafts.Select(draft => draft.Reading.Ended).OfType<DrugUse>().Any(ended =>
        ended.Resource.Self == use.Resource.Self
        || (_chart.Record.All<MedicationUse>().All(known => known.Self != ended.Resource.Self) && _chart.Drugs.IsShortActingOctreotide(ended)));

    private IEnumerable<Evidence> OctreotideToBeGiven() =>
        from source in _chart.Record.All<ServiceRequest>().Where(order => order.IsPending()).Select(order => ImageSource.Of(order, _chart))
            .Concat(_chart.Record.All<Procedure>().Where(procedure => procedure.IsPlanned() || procedure.IsUnderWay()).Select(procedure => ImageSource.Of(procedure, _chart)))
        where _chart.Means("octreotide", source.Name) && !_chart.Means("octreotide-long-acting", source.Name) && !_chart.IsOver(source.Evidence.Date)
        select source.Evidence with { Confidence = _chart.Match("octreotide", source.Name).ConfidenceOfName(source.Name) };
}
