using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>What came for one query.</summary>
/// <param name="Gap">Null when the answer is complete.</param>
internal sealed record KeyAnswer(ImmutableArray<Resource> Resources, NeedGap? Gap = null)
{
    /// <summary>How many pages a FHIR server was asked for.</summary>
    internal int Pages { get; init; }

    /// <summary>How long that took.</summary>
    internal TimeSpan Taken { get; init; }

    internal static KeyAnswer Without(NeedGap gap) => new([], gap);

    /// <summary>Puts the answers to the queries of each need together; one gap makes a gap of the whole.</summary>
    internal static ImmutableArray<NeedAnswer> ByNeed(IEnumerable<(NeedQuery Query, KeyAnswer Answer)> answers) =>
    [
        .. answers.GroupBy(pair => pair.Query.Need).Select(group => new NeedAnswer(
            group.Key,
            [.. group.SelectMany(pair => pair.Answer.Resources)],
            group.Where(pair => !pair.Query.IsExtra).Select(pair => pair.Answer.Gap).FirstOrDefault(gap => gap is not null))),
    ];
}
