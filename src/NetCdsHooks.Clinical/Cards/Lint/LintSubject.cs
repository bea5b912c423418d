using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>The knowledge as the rules look at it.</summary>
internal sealed class LintSubject
{
    private readonly Dictionary<string, Situations> _firing = [];
    private readonly Lazy<ImmutableArray<ExampleRun>> _runs;

    /// <param name="knowledge">What loaded.</param>
    /// <param name="files">What it was loaded from.</param>
    /// <param name="programWords">Every text that stands in the program, among them the ids of the concepts that facts are read from.</param>
    /// <param name="today">The day on which reviews are judged.</param>
    internal LintSubject(KnowledgeBase knowledge, IEnumerable<KnowledgeFile> files, IReadOnlySet<string> programWords, DateOnly today)
    {
        Knowledge = knowledge;
        ProgramWords = programWords;
        Today = today;
        var byPath = files.ToDictionary(file => file.Path);
        Cards = [.. knowledge.Cards.Select(card => CardFile.Read(card, JsonDocument.Parse(byPath[card.File].Content).RootElement))];
        Axes = new(Cards.SelectMany(file => file.Questions));
        _runs = new(() => [.. knowledge.Examples.Select(example => ExampleRun.Of(example, knowledge))]);
    }

    internal KnowledgeBase Knowledge { get; }

    internal IReadOnlySet<string> ProgramWords { get; }

    internal DateOnly Today { get; }

    internal ImmutableArray<CardFile> Cards { get; }

    internal Axes Axes { get; }

    /// <summary>The worked examples with what they came to.</summary>
    internal ImmutableArray<ExampleRun> Runs => _runs.Value;

    /// <summary>Where a card can fire: on its hooks, where its criteria hold and those of the cards that it requires.</summary>
    internal Situations Firing(CardFile file)
    {
        if (_firing.TryGetValue(file.Card.Id, out var known))
            return known;
        var firing = Axes.Possible(file.Questions).And(Axes.OnHooks(file.Card.Hooks)).And(Axes.Yes(file.When)).And(Axes.EachNo(file.Unless));
        foreach (var required in file.Card.Requires)
            firing = firing.And(Firing(Cards.Single(other => other.Card.Id == required)));
        return _firing[file.Card.Id] = firing;
    }
}

/// <summary>A worked example and what its card came to.</summary>
/// <param name="Example">As written.</param>
/// <param name="Pictures">The patient, once for each order in question.</param>
/// <param name="Decision">Null for a card that is decided by what other cards do.</param>
internal sealed record ExampleRun(WorkedExample Example, ImmutableArray<ClinicalPicture> Pictures, CardDecision? Decision)
{
    internal static ExampleRun Of(WorkedExample example, KnowledgeBase knowledge)
    {
        var picture = example.PictureIn(knowledge);
        return new(example, example.Card.PicturesIn(picture), example.DecisionIn(knowledge, picture));
    }
}
