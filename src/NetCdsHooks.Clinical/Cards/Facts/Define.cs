using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Makes the definitions of the catalogue, one method for each kind of fact.</summary>
internal static class Define
{
    private static readonly ImmutableDictionary<string, string> YesNo =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("yes", "yes"), KeyValuePair.Create("no", "no")]);

    internal static FactDefinition Flag(string name, string title, Func<ClinicalPicture, Fact<bool>> find, params ImmutableArray<DataNeed> needs) =>
        new FactDefinition<bool>
        {
            Name = name,
            Title = title,
            Kind = FactKind.Flag,
            Needs = needs,
            MaxLength = 3,
            Words = YesNo,
            Find = find,
            Format = value => value ? "yes" : "no",
            Means = (value, word) => value == (word == "yes"),
        };

    /// <param name="wording">How values read where their own name will not do.</param>
    internal static FactDefinition Choice<T>(
        string name, string title, Func<ClinicalPicture, Fact<T>> find, Func<T, string?>? wording, params ImmutableArray<DataNeed> needs)
        where T : struct, Enum => Choice(name, title, find, wording, has: null, needs);

    /// <summary>A choice that is itself a result, so that whatever was found proves that there is one.</summary>
    internal static FactDefinition Result<T>(string name, string title, Func<ClinicalPicture, Fact<T>> find, params ImmutableArray<DataNeed> needs)
        where T : struct, Enum => ChoiceOf(name, title, find, wording: null, has: null, findingProves: true, needs);

    /// <param name="has">Answers for one value even where the fact as a whole is unknown; null asks the fact.</param>
    internal static FactDefinition Choice<T>(
        string name, string title, Func<ClinicalPicture, Fact<T>> find, Func<T, string?>? wording,
        Func<ClinicalPicture, T, Truth>? has, params ImmutableArray<DataNeed> needs)
        where T : struct, Enum => ChoiceOf(name, title, find, wording, has, findingProves: false, needs);

    private static FactDefinition<T> ChoiceOf<T>(
        string name, string title, Func<ClinicalPicture, Fact<T>> find, Func<T, string?>? wording,
        Func<ClinicalPicture, T, Truth>? has, bool findingProves, ImmutableArray<DataNeed> needs)
        where T : struct, Enum
    {
        string Read(T value) => wording?.Invoke(value) ?? InWords(value);
        var words = Enum.GetValues<T>().ToImmutableDictionary(Word, Read);
        var wordOf = Enum.GetValues<T>().ToFrozenDictionary(value => value, Word);
        var valueOf = Enum.GetValues<T>().ToFrozenDictionary(Word);
        return new FactDefinition<T>
        {
            Name = name,
            Title = title,
            Kind = FactKind.Choice,
            Needs = needs,
            MaxLength = words.Values.Max(text => text.Length),
            Words = words,
            Find = find,
            Format = Read,
            Means = (value, word) => wordOf[value] == word,
            Has = has is null ? null : (picture, word) => has(picture, valueOf[word]),
            FindingProves = findingProves,
        };
    }

    /// <param name="has">Answers for one value even where the set as a whole is unknown; null asks the set.</param>
    internal static FactDefinition Set<T>(
        string name, string title, Func<ClinicalPicture, Fact<ImmutableHashSet<T>>> find, Func<T, string?>? wording,
        Func<ClinicalPicture, T, Truth>? has, params ImmutableArray<DataNeed> needs)
        where T : struct, Enum
    {
        string Read(T value) => wording?.Invoke(value) ?? InWords(value);
        var valueOf = Enum.GetValues<T>().ToFrozenDictionary(Word);
        return new FactDefinition<ImmutableHashSet<T>>
        {
            Name = name,
            Title = title,
            Kind = FactKind.Set,
            Needs = needs,
            MaxLength = 60,
            Words = Enum.GetValues<T>().ToImmutableDictionary(Word, Read),
            Find = find,
            Format = values => values.IsEmpty ? "none" : string.Join(", ", values.Order().Select(Read)),
            Means = (values, word) => values.Contains(valueOf[word]),
            Has = has is null ? null : (picture, word) => has(picture, valueOf[word]),
        };
    }

    internal static FactDefinition Number<T>(
        string name, string title, string unit, Func<ClinicalPicture, Fact<T>> find, Func<T, Interval<decimal>> bounds, params ImmutableArray<DataNeed> needs)
        where T : notnull =>
        new FactDefinition<T>
        {
            Name = name,
            Title = title,
            Kind = FactKind.Number,
            Needs = needs,
            Unit = unit,
            MaxLength = 20,
            Find = find,
            Format = value => Bounded(bounds(value), unit),
            Bounds = bounds,
        };

    internal static FactDefinition Text<T>(
        string name, string title, int maxLength, Func<ClinicalPicture, Fact<T>> find, Func<T, string> format, params ImmutableArray<DataNeed> needs)
        where T : notnull =>
        new FactDefinition<T>
        {
            Name = name,
            Title = title,
            Kind = FactKind.Text,
            Needs = needs,
            MaxLength = maxLength,
            Find = find,
            Format = format,
        };

    internal static FactDefinition Date(string name, string title, Func<ClinicalPicture, Fact<PartialDate>> find, params ImmutableArray<DataNeed> needs) =>
        DateOf(name, title, find, needs, foundIsEarliest: false);

    /// <summary>The day on which something happened last: what could not be retrieved can only be later than what was found.</summary>
    internal static FactDefinition LastDate(string name, string title, Func<ClinicalPicture, Fact<PartialDate>> find, params ImmutableArray<DataNeed> needs) =>
        DateOf(name, title, find, needs, foundIsEarliest: true);

    private static FactDefinition<PartialDate> DateOf(
        string name, string title, Func<ClinicalPicture, Fact<PartialDate>> find, ImmutableArray<DataNeed> needs, bool foundIsEarliest) =>
        new()
        {
            Name = name,
            Title = title,
            Kind = FactKind.Date,
            Needs = needs,
            MaxLength = 16,
            Find = find,
            Format = Day,
            Days = date => date,
            FoundIsEarliest = foundIsEarliest,
        };

    /// <summary>"about" tells that the day itself is not recorded.</summary>
    internal static string Day(PartialDate date) => date.IsExact ? date.ToString() : $"about {date}";

    /// <summary>As recorded; a number with a longer tail was worked out, and three digits of it are enough to read.</summary>
    internal static string Plain(decimal value) =>
        (decimal.Round(value, 4) == value ? value : ThreeDigits(value)).ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal ThreeDigits(decimal value) =>
        decimal.Round(value, Math.Abs(value) switch { >= 100 => 0, >= 10 => 1, >= 1 => 2, >= 0.1m => 3, _ => 4 }, MidpointRounding.AwayFromZero);

    private static string Bounded(Interval<decimal> bounds, string unit)
    {
        var value = bounds switch
        {
            { IsExact: true } => Plain(bounds.Low),
            { High: decimal.MaxValue } => $"{(bounds.LowIncluded ? "at least" : ">")} {Plain(bounds.Low)}",
            { Low: 0, LowIncluded: true } => $"{(bounds.HighIncluded ? "up to" : "<")} {Plain(bounds.High)}",
            _ => $"{Plain(bounds.Low)}-{Plain(bounds.High)}",
        };
        return unit.Length == 0 ? value : $"{value} {unit}";
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary><c>SmallIntestine</c> reads "small intestine".</summary>
    private static string InWords<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) =>
            char.IsUpper(letter) ? $"{(index > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));
}
