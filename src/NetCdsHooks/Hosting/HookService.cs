using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Hosting;

/// <summary>A service with the cards that it decides and the queries that they need.</summary>
internal sealed class HookService
{
    private readonly KnowledgeBase _knowledge;
    private readonly CardSet _cards;

    internal HookService(CdsService definition, KnowledgeBase knowledge)
    {
        Definition = definition;
        _knowledge = knowledge;
        _cards = knowledge.ForHook(definition.Hook.Name());
        Queries = [.. _cards.Needs.SelectMany(need => QueryWriter.Write(need, knowledge.Concepts))];
        GateQueries = [.. Queries.Where(IsForGate)];
        OtherQueries = [.. Queries.Where(query => !IsForGate(query))];
    }

    internal CdsService Definition { get; }

    internal string Digest => _knowledge.Digest;

    /// <summary>All that the cards need, patient and problem list first.</summary>
    internal ImmutableArray<NeedQuery> Queries { get; }

    /// <summary>Patient and problem list.</summary>
    internal ImmutableArray<NeedQuery> GateQueries { get; }

    internal ImmutableArray<NeedQuery> OtherQueries { get; }

    /// <summary>What discovery publishes, by key.</summary>
    internal ImmutableArray<KeyValuePair<string, string>> TemplatesFor(SpecificationEdition edition) =>
        [.. Queries.Select(query => KeyValuePair.Create(query.Key, query.PublishedFor(edition)))];

    /// <summary>HL7's codes for reasons of ours.</summary>
    internal FrozenDictionary<string, string> NonAdherenceCodes => _knowledge.NonAdherenceCodes;

    internal ClinicalPicture Picture(PatientRecord record, SiteClock clock) => _knowledge.Picture(record, clock.Today, clock.Zone);

    /// <returns>One decision for each card; none at all for a patient without a NET.</returns>
    internal ImmutableArray<CardDecision> Decide(ClinicalPicture picture) => Gate.IsClosed(picture) ? [] : DecideAll(picture);

    /// <summary>As <see cref="Decide"/>, for everybody.</summary>
    internal ImmutableArray<CardDecision> DecideAll(ClinicalPicture picture) => _cards.Decide(picture);

    /// <summary>Whether what is known so far already brings up a card.</summary>
    internal bool HasCard(PatientRecord record, SiteClock clock) => Decide(Picture(record, clock)).Any(decision => decision.Answer == Truth.Yes);

    internal ImmutableArray<ShownCard> Show(PatientRecord record, ClinicalPicture picture, ImmutableArray<CardDecision> decisions) =>
        Advice.Compose(_cards, _knowledge.StandardReasons, record, picture, decisions);

    private static bool IsForGate(NeedQuery query) => query.Need is DataNeed.Patient or DataNeed.Conditions;
}
