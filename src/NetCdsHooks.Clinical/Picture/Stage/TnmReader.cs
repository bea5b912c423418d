using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds T, N, M, the stage group and the extent in words: from results and the stage of the diagnosis, failing these from pathology reports.
/// The latest counts; of one date the pathological category comes before the clinical one.
/// </summary>
internal sealed class TnmReader(Chart chart, TumourFacts tumour)
{
    private static readonly ImmutableArray<string> ConceptIds = ["t-category", "n-category", "m-category", "stage-group"];

    private delegate string? Part(Tnm tnm);

    internal Fact<string> T => field ??= Read("t-category", 'T', tnm => tnm.T);

    internal Fact<string> N => field ??= Read("n-category", 'N', tnm => tnm.N);

    internal Fact<string> M => field ??= Read("m-category", 'M', tnm => tnm.M);

    internal Fact<string> Group => field ??= Read("stage-group", null, tnm => tnm.Group);

    /// <summary>What is stated, even where a gap could hide something later.</summary>
    internal Fact<string> StatedN => field ??= Decide("n-category", 'N', tnm => tnm.N, withGaps: false);

    /// <inheritdoc cref="StatedN"/>
    internal Fact<string> StatedM => field ??= Decide("m-category", 'M', tnm => tnm.M, withGaps: false);

    /// <inheritdoc cref="StatedN"/>
    internal Fact<string> StatedGroup => field ??= Decide("stage-group", null, tnm => tnm.Group, withGaps: false);

    /// <summary>The extent in words, such as "metastatic", where a stage group is expected.</summary>
    internal Fact<Extent> StatedExtent => field ??=
        Decide("stage-group", null, tnm => tnm.Extent?.ToString(), withGaps: false).Select(word => Enum.Parse<Extent>(word));

    private Fact<string> Read(string conceptId, char? letter, Part part) => Decide(conceptId, letter, part, withGaps: true);

    private Fact<string> Decide(string conceptId, char? letter, Part part, bool withGaps)
    {
        Fact<string>[] readings =
        [
            .. chart.ResultsFor(conceptId).Select(result => OfResult(result, letter, part)),
            .. letter is null ? [] : chart.ResultsFor("stage-group").SelectMany(result => OfWordings(result.Value.Wordings(), part, result.Evidence)),
            .. FromStages(part),
        ];
        if (readings.OfType<Fact<string>.Known>().Any())
            return LatestReading.Of(readings, withGaps ? chart.GapsIn([DataNeed.Pathology], [.. ConceptIds]) : Gaps.None, PathologicalFirst);
        var narrative = chart.PathologyNarrative()
            .Select(text => part(TnmParser.ParseNarrative(text.Text)) is { } category ? text.Reads(category) : null)
            .OfType<Fact<string>>();
        var gaps = withGaps
            ? chart.GapsIn([DataNeed.Pathology, DataNeed.Conditions, DataNeed.Reports], [.. ConceptIds, "net", "pathology-report"])
            : Gaps.None;
        return LatestReading.Of([.. readings, .. narrative], gaps, PathologicalFirst);
    }

    private static Fact<string> OfResult(ConceptResult result, char? letter, Part part)
    {
        var codes = result.Value.ValueCodeableConcept?.Coding.Select(coding => coding.Code).OfType<string>() ?? [];
        var numbers = result.Value.ValueInteger is { } number ? [$"{number}"] : Enumerable.Empty<string>();
        var read = result.Value.Wordings().Concat(codes).Concat(numbers)
            .Select(text => letter is { } known ? TnmParser.ParseCategory(text, known) : part(TnmParser.Parse(text)))
            .FirstOrDefault(category => category is not null);
        return read is null ? result.IsUnusable<string>() : result.Reads(read);
    }

    private IEnumerable<Fact<string>> FromStages(Part part) =>
        from diagnosis in tumour.PrimaryDiagnoses
        from stage in diagnosis.Condition.Stage
        where !chart.Means("grade-reported", stage.Type)
        from reading in OfWordings(stage.Summary?.Wordings ?? [], part, diagnosis.Evidence)
        select reading;

    private static IEnumerable<Fact<string>> OfWordings(IEnumerable<string> wordings, Part part, Evidence evidence) =>
        wordings.Select(wording => part(TnmParser.Parse(wording))).OfType<string>().Take(1).Select(category => Fact.Known(category, evidence));

    private static Fact<string> PathologicalFirst(ImmutableArray<Fact<string>.Known> readings)
    {
        ImmutableArray<Fact<string>.Known> pathological = [.. readings.Where(reading => reading.Value.StartsWith('p') || reading.Value.StartsWith("yp", StringComparison.Ordinal))];
        var candidates = pathological.IsEmpty ? readings : pathological;
        return candidates.Select(reading => reading.Value.TrimStart('c', 'p', 'r', 'y', 'u')).Distinct().Count() == 1
            ? LatestReading.Best(candidates)
            : LatestReading.Agree(candidates);
    }
}
