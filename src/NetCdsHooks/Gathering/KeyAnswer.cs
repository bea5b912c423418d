using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Gathering;

/// <summary>What came for one query.</summary>
/// <param name="Gap">Null when the answer is complete.</param>
internal sealed record KeyAnswer(ImmutableArray<Resource> Resources, NeedGap? Gap = null)
{
    internal static KeyAnswer Without(NeedGap gap) => new([], gap);

    /// <summary>Puts the answers to the queries of each need together; one gap makes a gap of the whole.</summary>
    internal static ImmutableArray<NeedAnswer> ByNeed(IEnumerable<NeedQuery> queries, IEnumerable<KeyAnswer> answers) =>
    [
        .. queries.Zip(answers).GroupBy(pair => pair.First.Need, pair => pair.Second).Select(group => new NeedAnswer(
            group.Key,
            [.. group.SelectMany(answer => answer.Resources)],
            group.Select(answer => answer.Gap).FirstOrDefault(gap => gap is not null))),
    ];
}
