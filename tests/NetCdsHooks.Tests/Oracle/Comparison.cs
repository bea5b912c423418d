using System.Globalization;
using System.Text;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Judging;
using NetCdsHooks.Tests.Oracle.Story;
using NetCdsHooks.Tests.Oracle.Writing;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Oracle;

/// <summary>Sets what the service decides of a call beside what the second reading says.</summary>
internal static class Comparison
{
    private static readonly Dictionary<Hook, CardSet> Cards = Enum.GetValues<Hook>().ToDictionary(hook => hook, SetOf);

    internal static IEnumerable<string> Of(InventedPatient patient, InventedCall call)
    {
        var picture = TestKnowledge.Picture(RecordWriter.Write(patient, call), patient.Today);
        var decisions = Cards[call.Hook].Decide(picture).ToDictionary(decision => (decision.Card.Id, decision.Draft?.Resource.Id));
        var isUrgent = decisions.Values.Any(decision => decision is { Answer: Truth.Yes, Indicator: > Indicator.Info });
        foreach (var ruling in SecondReading.Of(patient, call))
        {
            var decision = decisions.GetValueOrDefault((ruling.Card, ruling.Draft?.Id));
            var expected = Plain(ruling.Card == "clinical-trial-consider" && isUrgent && ruling.Verdict == Verdict.Yes ? Verdict.No : ruling.Verdict);
            var found = Read(decision);
            if (found != expected)
                yield return Tell($"{ruling.Card}: the second reading says {Word(expected)}, the service {Word(found)}", decision, patient, call);
            else if (found == Verdict.Yes && ruling.Indicator is { } urgency && decision!.Wording.Indicator != urgency)
                yield return Tell($"{ruling.Card}: the second reading says {urgency}, the service {decision.Wording.Indicator}", decision, patient, call);
            decisions.Remove((ruling.Card, ruling.Draft?.Id));
        }

        foreach (var decision in decisions.Values.Where(decision => decision.Answer == Truth.Yes && !SecondReading.Undecided.Contains(decision.Card.Id)))
            yield return Tell($"{decision.Card.Id}: the second reading does not speak of it, the service says fires", decision, patient, call);
    }

    /// <summary>With the cards that are switched off as shipped.</summary>
    private static CardSet SetOf(Hook hook)
    {
        var all = TestKnowledge.Base.Cards;
        return new([.. all.Where(card => card.Hooks.Contains(hook.Name()))], all);
    }

    /// <summary>A card that is silent for want of an entry is as silent as one that does not apply.</summary>
    private static Verdict Plain(Verdict verdict) => verdict == Verdict.Yes ? verdict : verdict.IsOpen ? Verdict.NotAsked : Verdict.No;

    private static string Word(Verdict verdict) => verdict == Verdict.Yes ? "fires" : verdict.IsOpen ? "could not be asked" : "silent";

    private static Verdict Read(CardDecision? decision) => decision?.Answer switch
    {
        Truth.Yes => Verdict.Yes,
        Truth.Unknown when !decision.Missing.IsEmpty => Verdict.NotAsked,
        _ => Verdict.No,
    };

    private static string Tell(string difference, CardDecision? decision, InventedPatient patient, InventedCall call)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{difference}, about {decision?.Draft?.Resource.Id}");
        foreach (var answer in decision?.Criteria ?? [])
            text.AppendLine(CultureInfo.InvariantCulture, $"    {answer.Role} {answer.Criterion}: {answer.Answer}, found {answer.Found}");
        return text.Append(call.InWords()).Append(patient.InWords()).ToString();
    }
}
