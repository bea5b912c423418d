using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>The knowledge as the rules look at it.</summary>
internal sealed class LintSubject
{
    private readonly Dictionary<string, Situations> _firing = [];

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
        Cards = [.. knowledge.Cards.Select(card => CardFile.Read(card, SettingReader.Filled(byPath[card.File])))];
        Axes = new(Cards.SelectMany(file => file.Questions));
    }

    internal KnowledgeBase Knowledge { get; }

    internal IReadOnlySet<string> ProgramWords { get; }

    internal DateOnly Today { get; }

    internal ImmutableArray<CardFile> Cards { get; }

    internal Axes Axes { get; }

    /// <summary>The worked examples of a card with what they came to. Pictures are large: those of one card are held at a time.</summary>
    internal ImmutableArray<ExampleRun> RunsOf(CardFile file) =>
        [.. Knowledge.Examples.Where(example => example.Card == file.Card).Select(example => ExampleRun.Of(example, Knowledge))];

    /// <summary>Where a card can fire: on its hooks, where its criteria hold and those of the cards that it requires.</summary>
    internal Situations Firing(CardFile file)
    {
        if (_firing.TryGetValue(file.Card.Id, out var known))
            return known;
        return _firing[file.Card.Id] = Holding(file).And(Axes.OnHooks(file.Card.Hooks));
    }

    /// <summary>The same at any moment: a required card need not be one of this hook.</summary>
    private Situations Holding(CardFile file) => file.Card.Requires.Aggregate(
        Axes.Possible(file.Questions).And(Axes.Yes(file.When)).And(Axes.EachNo(file.Unless)),
        (all, required) => all.And(Holding(Cards.Single(other => other.Card.Id == required))));
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
