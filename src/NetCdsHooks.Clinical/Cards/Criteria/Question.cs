using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Criteria;

/// <summary>One comparison that a card makes with a fact, such as <c>at least 20 mm</c>.</summary>
/// <param name="Wording">As a reader is told.</param>
/// <param name="Ask">The answer.</param>
/// <param name="Excludes">True when a yes means that something is not there; such an answer lends no weight to a card.</param>
internal sealed record Question(string Wording, Func<ClinicalPicture, Truth> Ask, bool Excludes)
{
    /// <summary>True when a number is set against a limit.</summary>
    internal bool HasLimit { get; private init; }

    internal static Question IsOneOf(FactDefinition fact, IReadOnlyList<string> words, bool negated)
    {
        var named = string.Join(" or ", words.Select(word => fact.Words[word]));
        return new(
            $"{(negated ? "is not" : "is")} {named}",
            picture => Turn(words.Aggregate(Truth.No, (answer, word) => answer.Or(fact.Holds(picture, word))), negated),
            negated || (fact.Kind == FactKind.Flag && words is ["no"]));
    }

    internal static Question Includes(FactDefinition fact, string word, bool negated) => new(
        $"{(negated ? "do not include" : "include")} {fact.Words[word]}",
        picture => Turn(fact.Holds(picture, word), negated),
        negated);

    internal static Question IncludesAny(FactDefinition fact, IReadOnlyList<string> words) => new(
        $"is {string.Join(" or ", words.Select(word => fact.Words[word]))}",
        picture => words.Aggregate(Truth.No, (answer, word) => answer.Or(fact.Holds(picture, word))),
        Excludes: false);

    internal static Question Compare(FactDefinition fact, string wording, Func<Interval<decimal>, Truth> compare) =>
        new(wording, picture => fact.Compare(picture, compare), Excludes: false) { HasLimit = true };

    /// <summary>How long ago a day was: calendar months and years, a day that the month lacks becoming its last.</summary>
    internal static Question Age(FactDefinition fact, string word, int number, AgeUnit unit)
    {
        var age = $"{number} {unit.ToString().ToLowerInvariant()} ago";
        return word switch
        {
            "above" => new($"more than {age}", Since((date, day) => Before(date, day)), false) { HasLimit = true },
            "atMost" => new($"at most {age}", Since((date, day) => Before(date, day).Not()), false) { HasLimit = true },
            "atLeast" => new($"at least {age}", Since((date, day) => Before(date, day.AddDays(1))), false) { HasLimit = true },
            "below" => new($"less than {age}", Since((date, day) => Before(date, day.AddDays(1)).Not()), false) { HasLimit = true },
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };

        Func<ClinicalPicture, Truth> Since(Func<PartialDate, DateOnly, Truth> ask) =>
            picture => fact.Ask(picture, date => ask(date, unit.Before(picture.Today, number)));
    }

    internal static Question Recorded(FactDefinition fact, bool expected) => new(
        expected ? "is recorded" : "is not recorded",
        picture => Turn(fact.IsRecorded(picture), !expected),
        Excludes: !expected);

    private static Truth Before(PartialDate date, DateOnly day) =>
        date.Last < day ? Truth.Yes : date.First >= day ? Truth.No : Truth.Unknown;

    private static Truth Turn(Truth answer, bool negated) => negated ? answer.Not() : answer;
}
