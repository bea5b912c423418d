using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>A FHIR answer, prefetched or fetched: its resources, what is wrong with it and where it goes on.</summary>
/// <param name="Gap">Null when it is what was asked for.</param>
/// <param name="Next">Address of the next page as written, null on the last.</param>
/// <param name="Matches">How many of the resources answer the query itself.</param>
/// <param name="Total">How many the server says there are, null when it does not say.</param>
internal sealed record Page(ImmutableArray<Resource> Resources, NeedGap? Gap = null, string? Next = null, int Matches = 0, int? Total = null)
{
    /// <summary>The server says that there is more, but not where.</summary>
    internal bool IsShort => Next is null && Total > Matches;

    /// <summary>What it is worth when nothing more can be asked.</summary>
    internal KeyAnswer AsWhole() => new(Resources, Gap ?? (Next is not null || IsShort ? NeedGap.CutShort : null));

    internal static Page Without(NeedGap gap) => new([], gap);

    /// <summary>Judges a FHIR answer to a query; null is an answered search that found nothing. What is read by its id has to be there.</summary>
    internal static Page Of(Resource? answer, NeedQuery query) =>
        Read(answer, query) is var page && query.IsRead && page is { Gap: null, Resources.IsEmpty: true, Next: null, IsShort: false } ? Without(NeedGap.Failed) : page;

    private static Page Read(Resource? answer, NeedQuery query) => answer switch
    {
        null => new([]),
        Bundle bundle => OfBundle(bundle, query.ResourceType),
        OperationOutcome => Without(NeedGap.Failed),
        _ when query.IsRead && answer.TypeName == query.ResourceType => new([answer], Matches: 1),
        _ => Without(NeedGap.Unreadable),
    };

    private static Page OfBundle(Bundle bundle, string type)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>(bundle.Entry.Length);
        NeedGap? gap = null;
        var matches = 0;
        foreach (var entry in bundle.Entry)
        {
            if (entry.Resource is OperationOutcome outcome)
            {
                if (outcome.IsFailure)
                    gap = NeedGap.Failed;
                else
                    Tolerances.Use(Tolerance.OutcomeEntry);
                continue;
            }

            resources.Add(entry.Resource ?? new UnreadableResource(null, "a Bundle entry without a resource"));
            if (entry.Search?.Mode != "include")
                matches++;
        }

        if (gap is null && resources.Count > 0 && !resources.Any(resource => MayBe(resource, type)))
            return Without(NeedGap.Unreadable);
        return new(resources.DrainToImmutable(), gap, NextOf(bundle), matches, bundle.Total);
    }

    private static bool MayBe(Resource resource, string type) =>
        resource.TypeName == type || resource is UnreadableResource { ClaimedType: null };

    private static string? NextOf(Bundle bundle) =>
        bundle.Link.FirstOrDefault(link => link.Relation == "next")?.Url is { Length: > 0 } url ? url : null;
}
