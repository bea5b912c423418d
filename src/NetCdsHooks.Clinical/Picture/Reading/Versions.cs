using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Results that a laboratory sent more than once.</summary>
internal static class Versions
{
    /// <summary>Of the results that share an identifier, such as a final and its correction, the one updated last.</summary>
    internal static IEnumerable<Observation> Current(IEnumerable<Observation> observations) =>
        observations
            .GroupBy(observation => observation.Identifier.FirstOrDefault(identifier => identifier.Value is not null) ?? new object())
            .Select(versions => versions
                .OrderBy(version => version.Meta?.LastUpdated, StringComparer.Ordinal)
                .ThenBy(version => RankOf(version.Status))
                .Last());

    private static int RankOf(string? status) =>
        status switch
        {
            "preliminary" => 0,
            "final" => 1,
            "amended" => 2,
            "corrected" => 3,
            _ => -1,
        };
}
