using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Procedures of one kind, and orders for them that were carried out: whether there ever was one, and the last.</summary>
/// <param name="chart">The record.</param>
/// <param name="conceptId">The kind.</param>
/// <param name="not">Concepts that show that it was of another kind.</param>
internal sealed class ProcedureEvents(Chart chart, string conceptId, params ImmutableArray<string> not)
{
    internal Fact<bool> Ever =>
        !Done.IsEmpty ? Fact.Known(true, TrustedEvidence.Of(Done))
        : Gaps.Any || BrokenOff.IsEmpty ? Gaps.NeverUnlessMissing()
        : Fact.Unknown<bool>(UnknownReason.Unusable, BrokenOff);

    /// <summary>An undated one counts when there is no other; its day is then not recorded.</summary>
    internal Fact<PartialDate> Last =>
        Done.MaxBy(done => done.Date) is not { } last ? Gaps.NotRecordedUnlessMissing<PartialDate>()
        : Gaps.Any ? Gaps.MissingBeside<PartialDate>(last)
        : last.Date is { } date ? Fact.Known(date, last)
        : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, last);

    private ImmutableArray<Evidence> Done => field.IsDefault
        ? field =
        [
            .. Of(chart.Record.All<Procedure>().Where(procedure => procedure.IsDone()).Select(procedure => ImageSource.Of(procedure, chart))),
            .. Of(chart.Record.All<ServiceRequest>().Where(order => order.IsDone()).Select(order => ImageSource.Of(order, chart))),
        ]
        : field;

    private ImmutableArray<Evidence> BrokenOff =>
        [.. Of(chart.Record.All<Procedure>().Where(procedure => procedure.IsBrokenOff()).Select(procedure => ImageSource.Of(procedure, chart)))];

    private Gaps Gaps => chart.GapsIn([DataNeed.Procedures, DataNeed.ServiceRequests], conceptId);

    private IEnumerable<Evidence> Of(IEnumerable<ImageSource> sources) =>
        from source in sources
        let match = chart.Match(conceptId, source.Name)
        where match != ConceptMatch.No && !chart.IsFuture(source.Evidence.Date) && !not.Any(other => chart.Means(other, source.Name))
        select source.Evidence with { Confidence = match.ConfidenceOfName(source.Name) };
}
