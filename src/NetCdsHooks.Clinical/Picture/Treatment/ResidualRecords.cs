using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What results and operation notes say about tumour left behind (R0, R1, R2, RX).</summary>
internal sealed class ResidualRecords
{
    private static readonly Regex RClass = new(@"\bR([012Xx])\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal ResidualRecords(Chart chart)
    {
        All =
        [
            .. chart.Record.All<Observation>().Where(observation => observation.Counts()).Select(observation => Of(observation, chart)).OfType<ResidualRecord>(),
            .. chart.Record.All<Procedure>().Where(procedure => procedure.IsDone()).Select(procedure => Of(procedure, chart)).OfType<ResidualRecord>(),
        ];
    }

    internal ImmutableArray<ResidualRecord> All { get; }

    /// <summary>Pathology reports on a NET that tell of clear or involved margins, so of a resection, though not of which organ.</summary>
    internal static ImmutableArray<Evidence> InReports(Chart chart) =>
    [
        .. chart.PathologyNarrative()
            .Where(text => ClassIn([text.Text]) is ResidualTumour.R0 or ResidualTumour.R1 && chart.MeansText("net", text.Text))
            .Select(text => text.Evidence),
    ];

    /// <summary>The last word on it; two different ones of the same day exclude each other.</summary>
    internal Fact<ResidualTumour> Latest(Gaps gaps)
    {
        if (All.IsEmpty)
            return gaps.NotRecordedUnlessMissing<ResidualTumour>();
        if (gaps.Any)
            return gaps.MissingBeside<ResidualTumour>([.. All.Select(record => record.Evidence)]);
        var last = All.Max(record => record.Evidence.Date);
        var latest = All.Where(record => record.Evidence.Date == last).ToImmutableArray();
        ImmutableArray<Evidence> evidence = [.. latest.Select(record => record.Evidence)];
        return latest.Select(record => record.Class).Distinct().ToArray() switch
        {
            [{ } only] => Fact.Known(only, evidence),
            [null] => Fact.Unknown<ResidualTumour>(UnknownReason.Unusable, evidence),
            _ => Fact.Unknown<ResidualTumour>(UnknownReason.Conflicting, evidence),
        };
    }

    private static ResidualRecord? Of(Observation observation, Chart chart)
    {
        var date = observation.ClinicalDate(chart);
        if (chart.Match("residual-tumour", observation.Code) is var match && match == Terminology.ConceptMatch.No || chart.IsFuture(date))
            return null;
        var texts = (observation.ValueCodeableConcept?.Wordings ?? []).Append(observation.ValueString).OfType<string>().ToArray();
        if (texts.Length == 0)
            return null;
        var confidence = match == Terminology.ConceptMatch.ByText ? Confidence.FreeText
            : observation.Status == "preliminary" ? Confidence.Preliminary
            : Confidence.Coded;
        return new(ClassIn(texts), new(observation.Self, date, confidence), OfPrimary: true);
    }

    private static ResidualRecord? Of(Procedure procedure, Chart chart)
    {
        var date = procedure.ClinicalDate(chart);
        if (chart.IsFuture(date))
            return null;
        var ofPrimary = !chart.Means("liver-resection", procedure.Code) && !chart.Means("liver-directed", procedure.Code);
        if (ClassIn(procedure.Outcome?.Wordings ?? []) is { } outcome)
            return new(outcome, new(procedure.Self, date, procedure.Outcome!.IsCoded ? Confidence.Coded : Confidence.FreeText), ofPrimary);
        return ClassIn(procedure.Note.Select(note => note.Text).OfType<string>()) is { } noted
            ? new(noted, new(procedure.Self, date, Confidence.FreeText), ofPrimary)
            : null;
    }

    /// <summary>Null when the texts name no class, or more than one.</summary>
    private static ResidualTumour? ClassIn(IEnumerable<string> texts) =>
        texts.SelectMany(text => RClass.Matches(text)).Select(match => match.Groups[1].Value.ToUpperInvariant()).Distinct().ToArray() switch
        {
            ["0"] => ResidualTumour.R0,
            ["1"] => ResidualTumour.R1,
            ["2"] => ResidualTumour.R2,
            ["X"] => ResidualTumour.Rx,
            _ => null,
        };
}

/// <param name="Class">Null when it was written without a class, or with two.</param>
/// <param name="Evidence">Where it stands.</param>
/// <param name="OfPrimary">False for an operation on the liver, which says nothing of the primary.</param>
internal sealed record ResidualRecord(ResidualTumour? Class, Evidence Evidence, bool OfPrimary);
