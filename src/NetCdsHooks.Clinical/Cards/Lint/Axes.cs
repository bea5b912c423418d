using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Facts;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>
/// The values that facts can have, as far as the cards tell them apart: the words of a choice, and for a number each limit that
/// a card names and the stretches between them. Beside them stand three ways of being unknown.
/// </summary>
internal sealed class Axes
{
    private const ulong Absent = 1UL << 63;
    private const ulong Unusable = 1UL << 62;
    private const ulong NotAsked = 1UL << 61;

    /// <summary>Every way of being unknown.</summary>
    internal const ulong Unknown = Absent | Unusable | NotAsked;

    private static readonly FactDefinition Moment = FactCatalog.Find("hook")!;

    private readonly Dictionary<string, ImmutableArray<decimal>> _limits;

    /// <param name="questions">All questions of all cards.</param>
    internal Axes(IEnumerable<Asked> questions) =>
        _limits = questions.Where(asked => asked.Limit is not null)
            .GroupBy(Name).ToDictionary(group => group.Key, group => group.Select(asked => asked.Limit!.Value).Distinct().Order().ToImmutableArray());

    internal ImmutableArray<decimal> LimitsOf(string axis) => _limits.GetValueOrDefault(axis, []);

    /// <summary>Where each fact asked has a value that there is.</summary>
    internal Situations Possible(IEnumerable<Asked> questions) =>
        questions.DistinctBy(Name).Aggregate(Situations.All, (all, asked) => all.And(Situations.Where(Name(asked), (1UL << CountOf(asked)) - 1 | Unknown)));

    /// <summary>A set has one axis for each of its words, a day one for each unit in which its age is counted.</summary>
    internal static string Name(Asked asked) => asked.Word switch
    {
        "includes" or "excludes" => $"{asked.Fact.Name} {asked.Words[0]}",
        _ when asked is { Limit: not null, Fact.Unit: null } => $"{asked.Fact.Name} in {asked.Unit}",
        _ => asked.Fact.Name,
    };

    /// <summary>At one of these moments of work.</summary>
    internal static Situations OnHooks(ImmutableArray<string> hooks) =>
        Situations.Where(Moment.Name, Moment.Words.Keys.Where(word => hooks.Any(hook => IsSame(hook, word))).Aggregate(0UL, (bits, word) => bits | Bit(Moment, word)));

    internal Situations Yes(AskedGroup group) =>
        group.Facts.Aggregate(AnyYes(group.Alternatives), (all, fact) => all.And(Yes(fact)));

    /// <summary>Where at least one criterion is answered no.</summary>
    internal Situations No(AskedGroup group) =>
        group.Facts.Aggregate(AllNo(group.Alternatives), (any, fact) => any.Or(No(fact)));

    /// <summary>Where every criterion of a group is answered no.</summary>
    internal Situations EachNo(AskedGroup group)
    {
        var each = group.Alternatives.Aggregate(Situations.All, (all, one) => all.And(No(one)));
        return group.Facts.Aggregate(each, (all, fact) => all.And(No(fact)));
    }

    private Situations AnyYes(ImmutableArray<AskedGroup> alternatives) =>
        alternatives.IsEmpty ? Situations.All : alternatives.Aggregate(Situations.None, (any, group) => any.Or(Yes(group)));

    private Situations AllNo(ImmutableArray<AskedGroup> alternatives) =>
        alternatives.IsEmpty ? Situations.None : alternatives.Aggregate(Situations.All, (all, group) => all.And(No(group)));

    private Situations Yes(AskedFact fact) =>
        fact.Questions.Aggregate(Situations.All, (all, asked) => all.And(Situations.Where(Name(asked), fact.OrUnknown ? ~NoValues(asked) : YesValues(asked))));

    private Situations No(AskedFact fact) =>
        fact.Questions.Aggregate(Situations.None, (any, asked) => any.Or(Situations.Where(Name(asked), NoValues(asked))));

    private ulong YesValues(Asked asked) => asked.Word switch
    {
        "recorded" => asked.Value.GetBoolean() ? ~(Absent | NotAsked) : Absent,
        _ => Matching(asked) & ~Unknown,
    };

    private ulong NoValues(Asked asked) => asked.Word switch
    {
        "recorded" => asked.Value.GetBoolean() ? Absent : ~(Absent | NotAsked),
        _ => ~Matching(asked) & ~Unknown,
    };

    private ulong Matching(Asked asked) => asked.Word switch
    {
        "is" or "in" => Bits(asked),
        "isNot" or "notIn" => ~Bits(asked),
        "includes" => 1,
        "excludes" => ~1UL,
        "below" => Upto(asked, 0),
        "atMost" => Upto(asked, 1),
        "atLeast" => ~Upto(asked, 0),
        "above" => ~Upto(asked, 1),
        _ => throw new InvalidOperationException($"Unexpected question {asked.Word}."),
    };

    private int CountOf(Asked asked) => asked switch
    {
        { Word: "includes" or "excludes" } => 2,
        { Fact.Kind: FactKind.Flag or FactKind.Choice } => asked.Fact.Words.Count,
        _ when _limits.TryGetValue(Name(asked), out var limits) => (2 * limits.Length) + 1,
        _ => 1,
    };

    /// <summary><c>patient-view</c> is <c>patientView</c>.</summary>
    private static bool IsSame(string hook, string word) => string.Equals(hook.Replace("-", "", StringComparison.Ordinal), word, StringComparison.OrdinalIgnoreCase);

    private static ulong Bits(Asked asked) => asked.Words.Aggregate(0UL, (bits, word) => bits | Bit(asked.Fact, word));

    /// <summary>The bit of one word of a choice.</summary>
    internal static ulong Bit(FactDefinition fact, string word) => 1UL << fact.Words.Keys.Order(StringComparer.Ordinal).ToList().IndexOf(word);

    /// <summary>All stretches and limits up to the limit asked, which has an odd place; the stretch below it has the even place before.</summary>
    private ulong Upto(Asked asked, int withLimit)
    {
        var place = (2 * _limits[Name(asked)].IndexOf(asked.Limit!.Value)) + withLimit;
        return (1UL << (place + 1)) - 1;
    }
}
