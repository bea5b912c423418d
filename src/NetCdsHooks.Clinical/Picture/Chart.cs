using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What every family of facts reads from: the record, the meaning of codes, the day and the zone.</summary>
internal sealed class Chart(PatientRecord record, ConceptLibrary concepts, SurveillanceIntervals intervals, DateOnly today, TimeZoneInfo zone)
{
    /// <summary>Each code of the record is looked up once, however many facts ask about it.</summary>
    private readonly Dictionary<CodeableConcept, ConceptMatches> _matches = new(ReferenceEqualityComparer.Instance);

    internal PatientRecord Record => record;

    internal SurveillanceIntervals Intervals => intervals;

    /// <summary>The Observations that count, in their latest version, with their dates; none from the future.</summary>
    internal ImmutableArray<(Observation Observation, PartialDate? Date)> Results => field.IsDefault ? field = FindResults() : field;

    /// <summary>Every medicine of the record, looked up once.</summary>
    internal DrugList Drugs => field ??= new(this);

    /// <summary>Every order of the call that could be read, looked up once.</summary>
    internal ImmutableArray<(DraftOrder Order, DraftReading Reading)> Drafts => field.IsDefault
        ? field = [.. record.Drafts.Where(draft => draft.Gap is null).Select(draft => (draft, DraftReading.Of(draft.Resource, this)))]
        : field;

    /// <summary>What is ordered or booked, in the record or in the call, looked up once.</summary>
    internal ImmutableArray<PendingItem> Pending => field.IsDefault ? field = PendingOrders.Of(this) : field;

    internal DateOnly Today => today;

    internal TimeZoneInfo Zone => zone;

    internal Concept Concept(string id) => concepts[id];

    internal ConceptMatch Match(string conceptId, CodeableConcept? code) =>
        code is null ? ConceptMatch.No : Matches(code).Of(concepts[conceptId]);

    /// <summary>What it means, of all concepts at once.</summary>
    internal ConceptMatches Matches(CodeableConcept code)
    {
        if (!_matches.TryGetValue(code, out var matches))
            _matches[code] = matches = concepts.Resolve(code);
        return matches;
    }

    internal bool Knows(Coding coding) => concepts.Knows(coding);

    /// <summary>Whether one of its codes at least is mapped to something.</summary>
    internal bool KnowsCodeOf(CodeableConcept code) => !Matches(code).ByCode.IsEmpty;

    internal ConceptMatch Match(string conceptId, Coding? coding) => concepts.Match(concepts[conceptId], coding);

    internal bool Means(string conceptId, CodeableConcept? code) => Match(conceptId, code) != ConceptMatch.No;

    internal bool MeansText(string conceptId, string? text) => concepts[conceptId].MatchesText(text);

    /// <summary>Reads a FHIR date in the site's zone; null when there is none or it is no date.</summary>
    internal PartialDate? Date(string? text) =>
        text is not null && PartialDate.TryParse(text, zone, out var date) ? date : null;

    /// <summary>True for a date that lies more than a day ahead on every reading, so that it cannot be of something done.</summary>
    internal bool IsFuture(PartialDate? date) => date is { } day && day.First > today.AddDays(1);

    /// <summary>What kept these needs from being answered completely, where that could touch one of these concepts.</summary>
    /// <param name="needs">The needs that feed a fact.</param>
    /// <param name="conceptIds">The concepts that the fact is read from; none means that any resource could carry it.</param>
    internal Gaps GapsIn(ImmutableArray<DataNeed> needs, params ReadOnlySpan<string> conceptIds)
    {
        List<string>? notRetrieved = null;
        List<string>? unreadable = null;
        foreach (var need in needs)
        {
            if (record.GapOf(need) is { } gap)
                (gap == NeedGap.Unreadable ? unreadable ??= [] : notRetrieved ??= []).Add(NeedInfo.Of(need).Key);
            else if (HoldsUnreadable(need, conceptIds))
                (unreadable ??= []).Add(NeedInfo.Of(need).Key);
        }

        return notRetrieved is not null ? new(UnknownReason.NotRetrieved, [.. notRetrieved, .. unreadable ?? []])
            : unreadable is not null ? new(UnknownReason.Unreadable, [.. unreadable])
            : Gaps.None;
    }

    private ImmutableArray<(Observation Observation, PartialDate? Date)> FindResults() =>
    [
        .. Versions.Current(record.All<Observation>())
            .Where(observation => observation.Counts())
            .Select(observation => (observation, observation.ClinicalDate(this)))
            .Where(result => !IsFuture(result.Item2)),
    ];

    private bool HoldsUnreadable(DataNeed need, ReadOnlySpan<string> conceptIds)
    {
        foreach (var resource in record.UnreadableOf(need))
        {
            if (conceptIds.IsEmpty || resource.Code is null)
                return true;
            foreach (var conceptId in conceptIds)
                if (Means(conceptId, resource.Code))
                    return true;
        }

        return false;
    }
}
