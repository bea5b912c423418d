using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Gathering.Asking;

namespace NetCdsHooks.Trust.Registry;

internal static class FhirHabitsValidator
{
    private const int Shortest = 50;

    private const int Longest = 60_000;

    private static readonly Dictionary<string, SearchMethod> Methods = new()
    {
        ["get"] = SearchMethod.Get,
        ["post"] = SearchMethod.Post,
        ["batch"] = SearchMethod.Batch,
    };

    internal static FhirHabits Check(FhirHabitsConfig? config)
    {
        if (config is null)
            return new();
        return new(
            Time(config.BudgetMilliseconds, Member("budgetMilliseconds")),
            Time(config.PreferredMilliseconds, Member("preferredMilliseconds")),
            Method());

        JsonNodeReader Member(string name) => config.Node.Member(name);

        SearchMethod? Method()
        {
            if (config.Search is null)
                return null;
            if (Methods.TryGetValue(config.Search, out var method))
                return method;
            Member("search").Reject($"one of {string.Join(", ", Methods.Keys)}");
            return null;
        }
    }

    private static TimeSpan? Time(decimal? milliseconds, JsonNodeReader place)
    {
        if (milliseconds is null or (>= Shortest and <= Longest))
            return milliseconds is { } given ? TimeSpan.FromMilliseconds((double)given) : null;
        place.Reject($"{Shortest} to {Longest} milliseconds");
        return null;
    }
}
