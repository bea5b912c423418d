using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Reads <c>surveillance/intervals.json</c>: how often each plan of follow-up asks for what.</summary>
internal static class IntervalReader
{
    private const int LongestMonths = 120;

    private static readonly ImmutableDictionary<string, SurveillancePlan> Plans = Enum.GetValues<SurveillancePlan>()
        .Where(plan => plan != SurveillancePlan.NoImaging)
        .ToImmutableDictionary(plan => JsonNamingPolicy.CamelCase.ConvertName(plan.ToString()));

    private static readonly ImmutableDictionary<string, DueState> Late =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("due", DueState.Due), KeyValuePair.Create("overdue", DueState.Overdue)]);

    internal static SurveillanceIntervals Read(IEnumerable<KnowledgeFile> files, ProblemList problems)
    {
        var imaging = ImmutableDictionary.CreateBuilder<SurveillancePlan, DueInterval>();
        var markers = ImmutableDictionary.CreateBuilder<SurveillancePlan, DueInterval>();
        DueInterval? receptors = null;
        if (files.FirstOrDefault(file => file.Path == FolderReader.IntervalsFile) is not { } file)
            problems.Add(FolderReader.IntervalsFile, "$", "no such file", "the intervals of follow-up");
        else if (JsonNodeReader.Open(file, problems)?.Object("$schema", "plans", "receptorImaging") is { } members)
        {
            receptors = members.Required("receptorImaging") is { } receptor ? ReadInterval(receptor) : null;
            if (members.Required("plans")?.Object([.. Plans.Keys]) is { } plans)
                foreach (var (name, plan) in Plans.OrderBy(pair => pair.Value))
                    if (plans.Required(name)?.Object("imaging", "markers") is { } both
                        && both.Required("imaging") is { } images && ReadInterval(images) is { } ofImages
                        && both.Required("markers") is { } blood && ReadInterval(blood) is { } ofMarkers)
                        (imaging[plan], markers[plan]) = (ofImages, ofMarkers);
        }

        return new(imaging.ToImmutable(), markers.ToImmutable(), receptors ?? new(null, LongestMonths));
    }

    private static DueInterval? ReadInterval(JsonNodeReader node)
    {
        if (node.Object("from", "by", "late") is not { } members || members.Required("by") is not { } end)
            return null;
        var late = members.Optional("late") is { } word ? word.OneOf(Late) : DueState.Overdue;
        if (ReadMonths(end) is not { } by || late is not { } state)
            return null;
        if (members.Optional("from") is not { } start)
            return new(null, by, state);
        if (ReadMonths(start) is not { } from)
            return null;
        if (from <= by)
            return new(from, by, state);
        start.Reject($"at most {by}, where the window ends");
        return null;
    }

    private static int? ReadMonths(JsonNodeReader node)
    {
        if (node.Number() is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number is >= 1 and <= LongestMonths)
            return (int)number;
        node.Reject($"a whole number of months from 1 to {LongestMonths}");
        return null;
    }
}
