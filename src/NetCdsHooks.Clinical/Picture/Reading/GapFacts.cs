using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

internal static class GapFacts
{
    /// <summary>
    /// Something was found, but what is missing could change the answer. The evidence shows that there is something.
    /// </summary>
    internal static Fact<T> MissingBeside<T>(this Gaps gaps, params ImmutableArray<Evidence> found)
        where T : notnull =>
        new Fact<T>.Unknown(gaps.Reason, gaps.Needs) { Evidence = found };
}
