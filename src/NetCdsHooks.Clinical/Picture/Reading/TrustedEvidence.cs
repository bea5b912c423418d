using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Of several pieces of evidence for the same, those that can be trusted most: a narrative beside a code adds nothing.</summary>
internal static class TrustedEvidence
{
    internal static ImmutableArray<Evidence> Of(IEnumerable<Evidence> evidence)
    {
        var all = evidence.Distinct().ToArray();
        return all.Length == 0 ? [] : [.. all.Where(item => item.Confidence == all.Max(other => other.Confidence))];
    }
}
