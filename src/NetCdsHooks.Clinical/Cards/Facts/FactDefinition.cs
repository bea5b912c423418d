using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>A fact as cards know it: its name, what may be asked of it, and how it reads.</summary>
public abstract class FactDefinition
{
    /// <summary>The key in card files, camelCase.</summary>
    public required string Name { get; init; }

    /// <summary>What a clinician calls it, in mid-sentence.</summary>
    public required string Title { get; init; }

    public required FactKind Kind { get; init; }

    /// <summary>The needs that feed it.</summary>
    public required ImmutableArray<DataNeed> Needs { get; init; }

    /// <summary>UCUM-like unit of a number as card files write it; null for other kinds.</summary>
    public string? Unit { get; init; }

    /// <summary>The longest wording, in UTF-16 units; longer values are cut.</summary>
    public required int MaxLength { get; init; }

    /// <summary>The words that a card file may use for a choice or set, with the wording shown to readers.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True for a choice that was measured as it stands, so that a finding proves it even beside a gap.</summary>
    internal bool FindingProves { get; init; }

    public abstract IFact Read(ClinicalPicture picture);

    /// <summary>The value in words, or null when it is unknown.</summary>
    public abstract string? Wording(ClinicalPicture picture);

    /// <summary>Whether the value is, or includes, one of the <see cref="Words"/>.</summary>
    internal abstract Truth Holds(ClinicalPicture picture, string word);

    /// <summary>Asks a question of the bounds of a number.</summary>
    internal abstract Truth Compare(ClinicalPicture picture, Func<Interval<decimal>, Truth> question);

    /// <summary>Asks a question of a day.</summary>
    internal abstract Truth Ask(ClinicalPicture picture, Func<PartialDate, Truth> question);

    /// <summary>The earliest day that it can be; null when it is unknown.</summary>
    internal abstract DateOnly? Day(ClinicalPicture picture);

    /// <summary>The value in words, or why there is none.</summary>
    public string Describe(ClinicalPicture picture) => Wording(picture) ?? DescribeUnknown(Read(picture));

    /// <summary>
    /// Whether anything about it stands in the record, usable or not. A measured value that was found proves it,
    /// even when the rest could not be asked.
    /// </summary>
    public Truth IsRecorded(ClinicalPicture picture) => Read(picture).WhyUnknown switch
    {
        UnknownReason.NotRetrieved or UnknownReason.Unreadable
            when (FindingProves || Kind is FactKind.Number or FactKind.Text or FactKind.Date) && !Read(picture).Evidence.IsEmpty => Truth.Yes,
        null or UnknownReason.Conflicting or UnknownReason.Unusable => Truth.Yes,
        UnknownReason.NotRecorded => Truth.No,
        UnknownReason.NotRetrieved or UnknownReason.Unreadable => Truth.Unknown,
        var reason => throw new InvalidOperationException($"Unexpected reason {reason}."),
    };

    private static string DescribeUnknown(IFact fact) => fact.WhyUnknown switch
    {
        UnknownReason.NotRecorded or null => "not recorded",
        UnknownReason.NotRetrieved => $"could not be asked ({Inputs(fact)})",
        UnknownReason.Unreadable => $"could not be read ({Inputs(fact)})",
        UnknownReason.Conflicting => "recorded with contradictions",
        UnknownReason.Unusable => "recorded, but not usable",
        var reason => throw new InvalidOperationException($"Unexpected reason {reason}."),
    };

    private static string Inputs(IFact fact) => string.Join(", ", fact.Missing);
}

/// <inheritdoc/>
/// <typeparam name="T">Type of its value.</typeparam>
internal sealed class FactDefinition<T> : FactDefinition
    where T : notnull
{
    internal required Func<ClinicalPicture, Fact<T>> Find { get; init; }

    internal required Func<T, string> Format { get; init; }

    /// <summary>Null unless it is a flag, a choice or a set.</summary>
    internal Func<T, string, bool>? Means { get; init; }

    /// <summary>Answers <see cref="Means"/> where more can be known than the value as a whole; null where not.</summary>
    internal Func<ClinicalPicture, string, Truth>? Has { get; init; }

    /// <summary>Null unless it is a number.</summary>
    internal Func<T, Interval<decimal>>? Bounds { get; init; }

    /// <summary>Null unless it is a day.</summary>
    internal Func<T, PartialDate>? Days { get; init; }

    /// <summary>True for the day of the last event, which a gap can only make later.</summary>
    internal bool FoundIsEarliest { get; init; }

    public override IFact Read(ClinicalPicture picture) => Find(picture);

    public override string? Wording(ClinicalPicture picture) =>
        Find(picture) is Fact<T>.Known known ? Cut(Format(known.Value)) : null;

    internal override Truth Holds(ClinicalPicture picture, string word) =>
        Has is { } has ? has(picture, word) : Means is { } means ? Find(picture).Test(value => means(value, word)) : throw NoSuchQuestion();

    internal override Truth Compare(ClinicalPicture picture, Func<Interval<decimal>, Truth> question) =>
        Bounds is { } bounds ? Find(picture).Test(value => question(bounds(value))) : throw NoSuchQuestion();

    internal override Truth Ask(ClinicalPicture picture, Func<PartialDate, Truth> question) =>
        Days is not { } days ? throw NoSuchQuestion()
        : Find(picture) is Fact<T>.Known known ? question(days(known.Value))
        : FoundIsEarliest ? AskOfBothEnds(picture, question)
        : Truth.Unknown;

    /// <summary>The day is no earlier than what was found beside a gap, and no later than today; both ends may agree.</summary>
    private Truth AskOfBothEnds(ClinicalPicture picture, Func<PartialDate, Truth> question)
    {
        var fact = Find(picture);
        if (fact.Missing.IsEmpty || fact.Evidence.Max(evidence => evidence.Date) is not { } found)
            return Truth.Unknown;
        var answer = question(found);
        return answer == question(picture.Today) ? answer : Truth.Unknown;
    }

    internal override DateOnly? Day(ClinicalPicture picture) =>
        Days is { } days && Find(picture) is Fact<T>.Known known ? days(known.Value).First : null;

    private InvalidOperationException NoSuchQuestion() => new($"A fact of kind {Kind} ({Name}) cannot be asked this.");

    private string Cut(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength - 1)}…";
}
