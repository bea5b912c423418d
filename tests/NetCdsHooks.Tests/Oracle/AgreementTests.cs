using System.Globalization;
using System.Text;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Tests.Oracle.Judging;
using NetCdsHooks.Tests.Oracle.Making;
using NetCdsHooks.Tests.Oracle.Story;
using NetCdsHooks.Tests.Oracle.Writing;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Oracle;

/// <summary>
/// A second reading of the clinical specification, simple and slow and without the card files, decides the same invented patients.
/// Where it and the service differ, one of them is wrong.
/// </summary>
public sealed class AgreementTests
{
    private const int PatientsPerRow = 1000;
    private const int Rows = 20;

    private static readonly CardSet Cards = TestKnowledge.Base.ForHook("patient-view");

    public static TheoryData<int> FirstSeeds => [.. Enumerable.Range(0, Rows).Select(row => 1 + (row * PatientsPerRow))];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void A_second_reading_of_the_specification_decides_every_card_alike(int firstSeed)
    {
        var differences = Enumerable.Range(firstSeed, PatientsPerRow).AsParallel().AsOrdered().SelectMany(Differences).Take(3).ToArray();
        differences.Should().BeEmpty();
    }

    internal static IEnumerable<string> Differences(int seed)
    {
        var patient = PatientMaker.Make(seed);
        var picture = TestKnowledge.Picture(RecordWriter.Write(patient), patient.Today);
        var decisions = Cards.Decide(picture).ToDictionary(decision => decision.Card.Id);
        foreach (var (card, verdict) in Verdict(patient))
            if (decisions.TryGetValue(card, out var decision) && Read(decision) is var found && found != Plain(verdict))
                yield return Tell(card, verdict, found, decision, patient);
    }

    private static IEnumerable<(string Card, Verdict Verdict)> Verdict(InventedPatient patient)
    {
        var judge = new Judge(patient);
        return
        [
            .. new WorkupRules(judge).Decide(), .. new SurveillanceRules(judge).Decide(),
            .. new TreatmentRules(judge).Decide(), .. new CoordinationRules(judge).Decide(),
            .. new FurtherWorkupRules(judge).Decide(), .. new FurtherTreatmentRules(judge).Decide(), .. new FurtherSurveillanceRules(judge).Decide(),
        ];
    }

    /// <summary>A card that is silent for want of an entry is as silent as one that does not apply.</summary>
    private static Verdict Plain(Verdict verdict) => verdict == Judging.Verdict.Yes ? verdict : verdict.IsOpen ? Judging.Verdict.NotAsked : Judging.Verdict.No;

    private static string Word(Verdict verdict) => verdict == Judging.Verdict.Yes ? "fires" : verdict.IsOpen ? "could not be asked" : "silent";

    private static Verdict Read(CardDecision decision) => decision.Answer switch
    {
        Truth.Yes => Judging.Verdict.Yes,
        Truth.Unknown when !decision.Missing.IsEmpty => Judging.Verdict.NotAsked,
        _ => Judging.Verdict.No,
    };

    private static string Tell(string card, Verdict expected, Verdict found, CardDecision decision, InventedPatient patient)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{card}: the second reading says {Word(expected)}, the service {Word(found)}");
        foreach (var answer in decision.Criteria)
            text.AppendLine(CultureInfo.InvariantCulture, $"    {answer.Role} {answer.Criterion}: {answer.Answer}, found {answer.Found}");
        return text.Append(patient.InWords()).ToString();
    }
}
