using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One thing in the record that could not be used, in words that name no patient.</summary>
internal sealed record QualityProblem(string Phrase, ImmutableArray<Evidence> Evidence);
