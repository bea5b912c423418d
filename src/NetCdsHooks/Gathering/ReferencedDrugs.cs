using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering;

/// <summary>
/// The drugs that orders, statements and doses only refer to. One that cannot be fetched makes no gap of its own: the facts take the
/// reference's display for it, and know that a drug without any name may be any drug.
/// </summary>
internal static class ReferencedDrugs
{
    private const string Key = "medications";

    /// <summary>Ids in one query.</summary>
    private const int AtOnce = 50;

    private const int Most = 200;

    internal static ImmutableArray<NeedQuery> Queries(PatientRecord record, FhirAccess access)
    {
        var known = record.All<Medication>().Select(drug => drug.Id).ToHashSet();
        return
        [
            .. record.All<MedicationUse>().Concat(record.Drafts.Select(draft => draft.Resource).OfType<MedicationUse>())
                .Select(use => IdOf(use.MedicationReference, access))
                .Where(id => id is not null && !known.Contains(id)).Distinct().Take(Most)
                .Chunk(AtOnce)
                .Select((ids, place) => new NeedQuery(DataNeed.MedicationRequests, place == 0 ? Key : $"{Key}-{place + 1}", $"Medication?_id={string.Join(',', ids)}&_count={AtOnce}")
                {
                    ResourceType = nameof(Medication),
                    IsExtra = true,
                }),
        ];
    }

    /// <summary>Null for one that stands inside the resource or at another server.</summary>
    private static string? IdOf(Reference? reference, FhirAccess access) =>
        reference?.IdOf(nameof(Medication)) is { } id && FhirId.IsId(id)
        && (reference.Target!.StartsWith($"{nameof(Medication)}/", StringComparison.Ordinal) || reference.Target.StartsWith(access.BaseUrl.AbsoluteUri, StringComparison.Ordinal))
            ? id
            : null;
}
