using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Cards.Examples;

/// <summary>A small patient, and what one card must say about them.</summary>
internal sealed record WorkedExample(CardRule Card, string Name, string File, string Path)
{
    private const string PatientId = "example";

    internal required DateOnly Today { get; init; }

    internal required ImmutableArray<JsonNodeReader> Chart { get; init; }

    internal Hook Hook { get; init; } = Hook.PatientView;

    /// <summary>Orders of the call that are judged.</summary>
    internal ImmutableArray<JsonNodeReader> Drafts { get; init; } = [];

    /// <summary>Orders of the call that are background.</summary>
    internal ImmutableArray<JsonNodeReader> Background { get; init; } = [];

    /// <summary>Needs that could not be asked at all.</summary>
    internal required ImmutableArray<DataNeed> Failed { get; init; }

    /// <summary>Needs that were answered in part.</summary>
    internal required ImmutableArray<DataNeed> CutShort { get; init; }

    internal required Truth Expected { get; init; }

    internal Indicator? Indicator { get; init; }

    internal string? Variant { get; init; }

    internal string? Summary { get; init; }

    /// <summary>Decides the card and compares; each difference is a problem.</summary>
    internal IEnumerable<Problem> Run(KnowledgeBase knowledge)
    {
        var record = ToRecord(knowledge.Concepts);
        return Run(knowledge, record, knowledge.Picture(record, Today, TimeZoneInfo.Utc));
    }

    /// <inheritdoc cref="Run(KnowledgeBase)"/>
    /// <param name="knowledge">The cards.</param>
    /// <param name="record">The patient.</param>
    /// <param name="picture">The patient, perhaps from an earlier run: facts do not depend on cards.</param>
    internal IEnumerable<Problem> Run(KnowledgeBase knowledge, PatientRecord record, ClinicalPicture picture)
    {
        var cards = CardsIn(knowledge);
        var decisions = cards.Decide(picture);
        if (OfCard(decisions) is { } decision)
            return Compare(decision, () => new CardComposer(picture, knowledge.StandardReasons).Show(decision));

        var shown = Advice.Compose(cards, knowledge.StandardReasons, record, picture, decisions).FirstOrDefault(card => card.Id == Card.Id);
        return Compare(new(Card, picture, (shown is not null).ToTruth(), null, () => []), () => shown!);
    }

    /// <summary>The patient, as the service would know them.</summary>
    internal ClinicalPicture PictureIn(KnowledgeBase knowledge) => knowledge.Picture(ToRecord(knowledge.Concepts), Today, TimeZoneInfo.Utc);

    /// <summary>Null for a card that is decided by what others do.</summary>
    internal CardDecision? DecisionIn(KnowledgeBase knowledge, ClinicalPicture picture) => OfCard(CardsIn(knowledge).Decide(picture));

    /// <summary>
    /// The card with those it rests on, also when it is switched off; all cards of the hook for one that acts by what others do.
    /// </summary>
    private CardSet CardsIn(KnowledgeBase knowledge) =>
        Card is { Merge: null, NamesWhatIsMissing: false, OnlyBesideInfo: false } ? new([Card], knowledge.Cards) : knowledge.ForHook(Hook.Name());

    /// <summary>Where several orders are judged, the decision that says most.</summary>
    private CardDecision? OfCard(ImmutableArray<CardDecision> decisions) =>
        decisions.Where(decision => decision.Card.Id == Card.Id).MaxBy(decision => decision.Answer);

    private IEnumerable<Problem> Compare(CardDecision decision, Func<ShownCard> show)
    {
        if (decision.Answer != Expected)
        {
            yield return Differs("expect", $"{Word(decision.Answer)} ({Reasons(decision)})", Word(Expected));
            yield break;
        }

        if (Expected != Truth.Yes)
            yield break;
        if (Variant is not null && decision.Variant?.Name != Variant)
            yield return Differs("variant", decision.Variant?.Name ?? "the card's own wording", Variant);
        if (Indicator is { } indicator && show().Indicator is var found && found != indicator)
            yield return Differs("indicator", found.ToString(), indicator.ToString());
        if (Summary is { } summary && show().Summary is var text && text != summary)
            yield return Differs("summary", $"\"{text}\"", $"\"{summary}\"");
    }

    internal PatientRecord ToRecord(ConceptLibrary concepts)
    {
        var resources = Chart.Select(line => ChartLine.Read(line.Value, PatientId, Today)).Append(new Patient { Id = PatientId })
            .GroupBy(resource => ChartLine.NeedOf(resource, concepts)).ToDictionary(group => group.Key, group => group.ToImmutableArray());
        return new(PatientId, NeedInfo.All.Select(info => Answer(info.Need, resources.GetValueOrDefault(info.Need, []))), new CallContext(Hook)
        {
            Drafts = [.. Drafts.Select(line => Draft(line, isJudged: true)), .. Background.Select(line => Draft(line, isJudged: false))],
        });
    }

    private DraftOrder Draft(JsonNodeReader line, bool isJudged)
    {
        var json = ChartLine.ReadDraft(line.Value, PatientId, Today);
        return new(ChartLine.ReadResource(json), isJudged) { Json = json };
    }

    private NeedAnswer Answer(DataNeed need, ImmutableArray<Resource> resources) =>
        Failed.Contains(need) ? new(need, [], NeedGap.Failed)
        : CutShort.Contains(need) ? new(need, resources, NeedGap.CutShort)
        : new(need, resources);

    private Problem Differs(string member, string found, string expected) =>
        new(File, $"{Path}.{member} (\"{Name}\")", found, expected);

    private static string Reasons(CardDecision decision) =>
        string.Join("; ", decision.Criteria.Select(answer => $"{answer.Criterion}: {answer.Answer}, found {answer.Found}"));

    private static string Word(Truth answer) => answer switch
    {
        Truth.Yes => "fires",
        Truth.No => "silent",
        Truth.Unknown => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
