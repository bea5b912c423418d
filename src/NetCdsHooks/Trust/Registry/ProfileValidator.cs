using System.Collections.Frozen;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Trust.Registry;

/// <summary>From a profile as it is written to one that can be used.</summary>
internal static class ProfileValidator
{
    private static readonly Dictionary<string, SelectionBehavior?> Selections = new()
    {
        ["as-card"] = null,
        ["any"] = SelectionBehavior.Any,
        ["at-most-one"] = SelectionBehavior.AtMostOne,
    };

    private static readonly Dictionary<string, SystemActionUse> SystemActions = new()
    {
        ["never"] = SystemActionUse.Never,
        ["when-any"] = SystemActionUse.WhenAny,
        ["always"] = SystemActionUse.Always,
    };

    private static readonly Dictionary<string, TopicForm> Topics = new()
    {
        ["as-card"] = TopicForm.AsCard,
        ["alphanumeric"] = TopicForm.Alphanumeric,
        ["none"] = TopicForm.None,
    };

    private static readonly Dictionary<string, DetailForm> Details = new()
    {
        ["markdown"] = DetailForm.Markdown,
        ["plain-text"] = DetailForm.PlainText,
    };

    /// <returns>The profile, to be used only if no problem was added.</returns>
    internal static Profile Check(ProfileConfig config, IReadOnlySet<string>? overrideCodes = null)
    {
        RejectUnknownCodes(config, overrideCodes);
        var selection = Word(config, "selectionBehavior", config.SelectionBehavior, Selections);
        var actions = config.ActionsPerSuggestion is { } most ? Whole(config, "actionsPerSuggestion", most, 1, 100) : (int?)null;
        if (actions is not null && selection != SelectionBehavior.Any)
            config.Node?.Member("actionsPerSuggestion").Reject(
                "a limit beside \"selectionBehavior\": \"any\" only, for a suggestion with more actions is offered as several");
        return new(
            selection,
            actions,
            Whole(config, "maxCards", config.MaxCards, Profile.FewestCards, Profile.MostCards),
            config.Links,
            Word(config, "systemActions", config.SystemActions, SystemActions),
            Word(config, "topic", config.Topic, Topics),
            Word(config, "detail", config.Detail, Details),
            config.AnnounceDetailType,
            config.OverrideReasons?.ToFrozenSet());
    }

    private static void RejectUnknownCodes(ProfileConfig config, IReadOnlySet<string>? known)
    {
        if (known is null || config.OverrideReasons is not { } codes || config.Node?.Member("overrideReasons") is not { } list)
            return;
        for (var place = 0; place < codes.Length; place++)
            if (codes[place].Length > 0 && !known.Contains(codes[place]))
                (list with { Path = $"{list.Path}[{place}]" }).Reject(
                    $"a code that a card offers: {string.Join(", ", known.Order(StringComparer.Ordinal))}", $"\"{codes[place]}\"");
    }

    private static T? Word<T>(ProfileConfig config, string name, string written, Dictionary<string, T> words)
    {
        if (words.TryGetValue(written, out var value))
            return value;
        config.Node?.Member(name).Reject($"one of {string.Join(", ", words.Keys)}");
        return default;
    }

    private static int Whole(ProfileConfig config, string name, decimal written, int least, int most)
    {
        if (written >= least && written <= most && decimal.IsInteger(written))
            return (int)written;
        config.Node?.Member(name).Reject($"a whole number from {least} to {most}");
        return most;
    }
}
