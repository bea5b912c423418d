using System.Collections.Frozen;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Answer;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Trust.Profiles;

/// <summary>What a client can show, and so what an answer to it looks like.</summary>
/// <param name="Selection">Null for what suits the card.</param>
/// <param name="ActionsPerSuggestion">Null when there is no limit.</param>
/// <param name="MaxCards">The card that names what could not be read always is among them.</param>
/// <param name="OverrideReasons">Codes that are offered; null for all.</param>
internal sealed record Profile(
    SelectionBehavior? Selection,
    int? ActionsPerSuggestion,
    int MaxCards,
    bool Links,
    SystemActionUse SystemActions,
    TopicForm Topic,
    DetailForm Detail,
    bool AnnouncesDetailType,
    FrozenSet<string>? OverrideReasons)
{
    /// <summary>One card of advice and one that names what could not be read.</summary>
    internal const int FewestCards = 2;

    internal const int MostCards = Advice.MaxCards + 1;

    /// <summary>For a client of which nothing is known.</summary>
    internal static Profile Strict { get; } = ProfileValidator.Check(new ProfileConfig(Node: null));

    /// <summary>Leaves every answer as it is.</summary>
    internal static Profile Unchanged { get; } =
        new(null, null, MostCards, true, SystemActionUse.WhenAny, TopicForm.AsCard, DetailForm.Markdown, false, null);
}
