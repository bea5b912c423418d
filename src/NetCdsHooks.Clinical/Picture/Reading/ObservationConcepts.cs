using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Groups of concepts that answer one question.</summary>
internal static class ObservationConcepts
{
    internal static ImmutableArray<string> FiveHiaa { get; } =
    [
        "five-hiaa-urine-excretion", "five-hiaa-urine-concentration", "five-hiaa-creatinine-ratio", "five-hiaa-urine-random", "five-hiaa-plasma",
    ];

    internal static ImmutableArray<string> Size { get; } = ["tumour-largest-dimension", "tumour-size"];
}
