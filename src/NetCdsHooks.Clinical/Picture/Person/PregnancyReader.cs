using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds whether the patient is pregnant. Of a recorded status and of tests the latest counts; an active diagnosis always does.
/// What proves a pregnancy proves it whatever else could not be retrieved; a test alone proves none while the person may be a man.
/// </summary>
internal sealed class PregnancyReader(Chart chart, PatientFacts patient)
{
    /// <summary>How long a pregnancy test says anything.</summary>
    private const int TestDays = 60;

    /// <summary>42 weeks: no pregnancy lasts longer than that after it was recorded.</summary>
    private const int LongestDays = 294;

    private const int OldestMother = 55;
    private const int YoungestMother = 10;

    private static readonly ImmutableArray<string> Results = ["pregnancy-status", "hcg"];

    internal Fact<bool> Read() => Excluded() ?? Found();

    /// <summary>Every pregnancy test with a result, whatever it says.</summary>
    internal static ImmutableArray<ConceptResult> Tests(Chart chart) =>
    [
        .. chart.ResultsFor("hcg").Where(result =>
            (result.Value.HasValue() || !result.Value.Interpretation.IsEmpty) && !result.Value.Wordings().Any(NotMeasured.Says)),
    ];

    internal static Gaps TestGaps(Chart chart) => chart.GapsIn([DataNeed.Status], "hcg");

    /// <summary>Null where a pregnancy is possible.</summary>
    private Fact<bool>? Excluded()
    {
        if (patient.Sex is Fact<Sex>.Known { Value: Sex.Male } male)
            return Fact.Known(false, male.Evidence);
        var beyond = patient.Age.Test(age => age.Above(OldestMother).Or(age.Below(YoungestMother)));
        return beyond == Truth.Yes ? Fact.Known(false, patient.Age.Evidence) : null;
    }

    private Fact<bool> Found()
    {
        var personGaps = chart.GapsIn([DataNeed.Patient]);
        var diagnoses = Diagnoses().ToImmutableArray();
        if (!diagnoses.IsEmpty)
            return Fact.Known(true, TrustedEvidence.Of(diagnoses));
        var tests = Tests(chart).Select(ReadTest).OfType<Reading>().ToImmutableArray();
        var statuses = chart.ResultsFor("pregnancy-status").Select(ReadStatus).OfType<Reading>().ToImmutableArray();
        ImmutableArray<Reading> readings = personGaps.Any ? statuses : [.. tests, .. statuses];
        var negative = readings.Where(reading => !reading.Pregnant).ToArray();
        var positive = readings.Where(reading => reading.Pregnant && !negative.Any(other => other.Date.First > reading.Date.Last)).ToArray();
        if (positive.Length > 0)
            return Fact.Known(true, TrustedEvidence.Of(positive.Select(reading => reading.Evidence)));
        var gaps = personGaps.Any ? personGaps
            : chart.GapsIn([DataNeed.Status], Results.AsSpan()) is { Any: true } results ? results
            : chart.GapsIn([DataNeed.Conditions], "pregnant");
        if (gaps.Any)
            return gaps.MissingBeside<bool>([.. tests.Concat(statuses).Select(reading => reading.Evidence)]);
        return negative.Length > 0
            ? Fact.Known(false, TrustedEvidence.Of(negative.Select(reading => reading.Evidence)))
            : Fact.Unknown<bool>(UnknownReason.NotRecorded);
    }

    private IEnumerable<Evidence> Diagnoses() =>
        from condition in chart.Record.All<Condition>()
        where condition.IsConfirmed() && condition.IsActive()
        let match = chart.Match("pregnant", condition.Code)
        where match != ConceptMatch.No
        select new Evidence(condition.Self, condition.ClinicalDate(chart), match.ConfidenceOfName(condition.Code));

    private Reading? ReadStatus(ConceptResult result) =>
        chart.ValueMeans("pregnant", result.Value) || result.Value.ValueBoolean is true ? Dated(result, true, LongestDays)
        : chart.ValueMeans("not-pregnant", result.Value) || result.Value.ValueBoolean is false ? Dated(result, false, TestDays)
        : null;

    private Reading? ReadTest(ConceptResult result) =>
        Says(result, "test-positive", "POS") || result.Value.ValueBoolean is true ? Dated(result, true, TestDays)
        : Says(result, "test-negative", "NEG") || result.Value.ValueBoolean is false ? Dated(result, false, TestDays)
        : null;

    private bool Says(ConceptResult result, string conceptId, string interpretation) =>
        chart.ValueMeans(conceptId, result.Value)
        || result.Value.Interpretation.Any(item => item.Coding.Any(coding => coding.Code == interpretation) || chart.Means(conceptId, item));

    /// <summary>Null when it is too old, or may be, to say anything of today.</summary>
    private Reading? Dated(ConceptResult result, bool pregnant, int days) =>
        result.Date is { } date && date.First >= chart.Today.AddDays(-days) ? new(pregnant, date, result.Evidence) : null;

    private sealed record Reading(bool Pregnant, PartialDate Date, Evidence Evidence);
}
