using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Whether the primary tumour of a site was taken out, and when.</summary>
internal sealed class Resections(Chart chart, Fact<PrimarySite> site)
{
    private ResidualRecords Residuals => field ??= new(chart);

    private Gaps Gaps => chart.GapsIn(
        [DataNeed.Procedures, DataNeed.Status],
        [.. Enum.GetValues<PrimarySite>().Select(ResectionRoles.ResectionOf).OfType<string>(), "resection-endoscopic", "resection-any", "residual-tumour"]);

    /// <summary>A tumour found in a specimen is entered when the pathologist has reported, some time after the operation.</summary>
    private const int MonthsToEntry = 6;

    /// <summary>The first day on which the tumour may have been known; a day of entry says when it was known at the latest.</summary>
    private DateOnly? Diagnosed => field ??= Tumours()
        .Select(condition => condition.ClinicalDate(chart) is not { } date ? (DateOnly?)null
            : condition.BeganOn(chart) is null ? date.First.AddMonths(-MonthsToEntry)
            : date.First)
        .Min();

    private ImmutableArray<Operation> Operations => field.IsDefault ? field = [.. FindOperations()] : field;

    internal Fact<bool> PrimaryResected
    {
        get
        {
            if (Done() is { } done)
                return Fact.Known(true, done.Evidence);
            if (Residuals.All.FirstOrDefault(residual => residual is { OfPrimary: true, Class: ResidualTumour.R0 or ResidualTumour.R1 }) is { } residual)
                return Fact.Known(true, residual.Evidence);
            if (Gaps.Any)
                return Gaps.NeverUnlessMissing();
            if (Operations.IsEmpty)
                return ResidualRecords.InReports(chart) is { IsEmpty: false } told ? Fact.Unknown<bool>(UnknownReason.Unusable, told) : Fact.Known(false);
            ImmutableArray<Evidence> evidence = [.. Operations.Select(operation => operation.Evidence)];
            return site is Fact<PrimarySite>.Known
                ? Fact.Unknown<bool>(Operations.Any(operation => operation.BrokenOff) ? UnknownReason.Unusable : UnknownReason.Conflicting, evidence)
                : Fact.UnknownLike<bool>(site);
        }
    }

    /// <summary>The last one.</summary>
    internal Fact<PartialDate> Date =>
        Done() is not { } done ? Gaps.NotRecordedUnlessMissing<PartialDate>()
        : Gaps.Any ? Gaps.MissingBeside<PartialDate>(done.Evidence)
        : done.Evidence.Date is { } date ? Fact.Known(date, done.Evidence)
        : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, done.Evidence);

    internal Fact<ResidualTumour> Residual => Residuals.Latest(Gaps);

    /// <summary>The last resection that was finished and does not precede the tumour.</summary>
    private Operation? Done() =>
        site is Fact<PrimarySite>.Known
            ? Operations.Where(operation => operation is { BrokenOff: false, PrecedesTumour: false }).MaxBy(operation => operation.Evidence.Date)
            : null;

    /// <summary>Without a known site any organ's resection may have been of the primary.</summary>
    private IEnumerable<Operation> FindOperations()
    {
        foreach (var procedure in chart.Record.All<Procedure>())
        {
            var date = procedure.ClinicalDate(chart);
            if (!procedure.IsDone() && !procedure.IsBrokenOff() || chart.IsFuture(date))
                continue;
            var match = site is Fact<PrimarySite>.Known known
                ? chart.MatchResection(procedure, known.Value)
                : Enum.GetValues<PrimarySite>().Max(any => chart.MatchResection(procedure, any));
            if (match != ConceptMatch.No)
                yield return new(
                    new(procedure.Self, date, match.ConfidenceOfName(procedure.Code)),
                    procedure.IsBrokenOff(),
                    date is { } day && Diagnosed is { } diagnosed && day.Last < diagnosed && !NamesTumour(procedure));
        }
    }

    private bool NamesTumour(Procedure procedure) =>
        procedure.ReasonCode.Any(reason => chart.Means("net", reason))
        || Tumours().Any(tumour => procedure.ReasonReference.Any(reason => tumour.Id is not null && reason.IdOf("Condition") == tumour.Id));

    private IEnumerable<Condition> Tumours() =>
        chart.Record.All<Condition>().Where(condition => condition.Counts() && !condition.IsProvisional() && chart.Means("net", condition.Code));

    /// <param name="Evidence">The procedure.</param>
    /// <param name="BrokenOff">It was begun and not finished.</param>
    /// <param name="PrecedesTumour">It was done before the tumour was known, for a reason that does not name it.</param>
    private sealed record Operation(Evidence Evidence, bool BrokenOff, bool PrecedesTumour);
}
