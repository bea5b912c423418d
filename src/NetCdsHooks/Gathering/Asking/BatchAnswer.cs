using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>Takes the answer to a batch apart.</summary>
internal static class BatchAnswer
{
    /// <returns>
    /// The first page of each query. Null where the server took no batch, or was at fault with this one entry: then the query is asked on its own.
    /// </returns>
    internal static ImmutableArray<Page?> Pages(FhirReply reply, IReadOnlyList<NeedQuery> queries) =>
        reply.Body is Bundle { Type: "batch-response" } bundle && bundle.Entry.Length == queries.Count
            ? [.. bundle.Entry.Zip(queries, PageOf)]
            : [.. queries.Select(_ => (Page?)null)];

    private static Page? PageOf(BundleEntry entry, NeedQuery query) => entry.Response?.Status?.Trim() switch
    {
        ['2', ..] when entry.Resource is not null => Page.Of(entry.Resource, query),
        ['4', '0', '1' or '3', ..] => Page.Without(NeedGap.Refused),
        ['4', '0', '4', ..] or ['4', '1', '0', ..] => Page.Without(NeedGap.Failed),
        _ => null,
    };
}
