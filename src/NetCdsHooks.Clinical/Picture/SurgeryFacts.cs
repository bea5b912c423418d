using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Operations done and planned.</summary>
public sealed class SurgeryFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal SurgeryFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    public Fact<bool> PrimaryResected => field ??= Resections.PrimaryResected;

    /// <summary>NotRecorded when there was none.</summary>
    public Fact<PartialDate> ResectionDate => field ??= Resections.Date;

    public Fact<ResidualTumour> Residual => field ??= Resections.Residual;

    /// <summary>Resected, not metastatic, no active recurrence.</summary>
    public Fact<bool> PostResection => field ??= AfterResection(PrimaryResected, _picture.Stage.Extent, Recurrence(_chart));

    /// <summary>An operation is ordered or booked.</summary>
    public Fact<bool> Planned => field ??= FindPlanned(_chart);

    private Resections Resections => field ??= new(_chart, _picture.Tumour.Site);

    internal static Fact<bool> AfterResection(Fact<bool> resected, Fact<Extent> extent, Fact<bool> recurrence)
    {
        Fact<bool>[] all = [resected, extent.Select(value => value != Extent.Metastatic), recurrence.Select(value => !value)];
        return all.FirstOrDefault(fact => fact is Fact<bool>.Known { Value: false })
            ?? all.FirstOrDefault(fact => fact is Fact<bool>.Unknown)
            ?? Fact.Known(true, [.. all.SelectMany(fact => fact.Evidence)]);
    }

    /// <summary>The tumour is on the problem list as come back.</summary>
    internal static Fact<bool> Recurrence(Chart chart)
    {
        var back = chart.Record.All<Condition>().FirstOrDefault(condition =>
            condition.Counts()
            && condition.ClinicalStatus?.Coding.Any(coding => coding.Code is "recurrence" or "relapse") == true
            && chart.Means("net", condition.Code));
        return back is null
            ? chart.GapsIn([DataNeed.Conditions], "net").NeverUnlessMissing()
            : Fact.Known(true, new Evidence(back.Self, back.ClinicalDate(chart), chart.Match("net", back.Code).ConfidenceOfName(back.Code)));
    }

    internal static Fact<bool> FindPlanned(Chart chart)
    {
        if (chart.Pending.FirstOrDefault(order => order.Kinds.Contains(OrderKind.Surgery)) is { } order)
            return Fact.Known(true, order.Evidence);
        var prepared = chart.Record.All<Procedure>()
            .Where(procedure => procedure.IsPlanned() && !chart.IsOver(procedure.ClinicalDate(chart)))
            .Select(procedure => (procedure, match: chart.MatchOperation(Wording.Join([procedure.Code, procedure.Category]))))
            .FirstOrDefault(pair => pair.match != Terminology.ConceptMatch.No);
        return prepared.procedure is { } operation
            ? Fact.Known(true, new Evidence(operation.Self, operation.ClinicalDate(chart), prepared.match.ConfidenceOfName(operation.Code)))
            : chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.Procedures]).NeverUnlessMissing();
    }
}
