using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads a Ki-67 labelling index out of words. Null is the answer to everything that is no index between 0 and 100 %.</summary>
internal static class Ki67Text
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string NameOf = @"\bki\s*-?\s*67\b|\bMIB\s*-?\s*1\b";
    private const string Value = @"(?:[<>≤≥]\s*=?\s*)?\d+(?:[.,]\d+)?(?:\s*%?\s*(?:-|to|–)\s*\d+(?:[.,]\d+)?)?\s*(?:%|per\s?cent\b)";

    /// <summary>Words for the part of the tumour that counts.</summary>
    private const string Named = @"hot[\s-]?spots?|\b(?:highest|maxim(?:um|al(?:ly)?)|max|peak)\b";
    private const string Patchy = @"\bfocal(?:ly)?\b|\bfoc(?:us|i)\b|\bareas?\b";
    private const string UpTo = @"\b(?:up\s+to|as\s+high\s+as|reaching)\b";

    /// <summary>What may stand between two values of one index without telling of something else.</summary>
    private const string Between =
        @"(?:[\s,;:()/]|\b(?:with|in|and|but|overall|on|average|mean|generally|predominantly|mostly|a|an|the|some|single|few|of|to|index|was|is|about|up|other|tumou?r)\b)*";

    private static readonly Regex Name = new(NameOf, Options);
    private static readonly Regex HotSpot = new($"{Named}|{Patchy}", Options);
    private static readonly Regex Reaching = new($@"{UpTo}\s*(?<number>\d)", Options);
    private static readonly Regex NumberBefore = new(@"\b\d", Options);
    private static readonly Regex PercentBefore = new(@"\d\s*(?:%|per\s?cent\b|pct\b)", Options);
    private static readonly Regex Percent = new(@"%|\bper\s?cent\b|\bpct\b", Options);

    private static readonly Regex InNarrative = new(
        $@"(?:{NameOf})[^0-9<>≤≥.;]{{0,40}}(?:\b(?:ca|approx)\.\s*)?(?:{Value}|{CellCounts.Written}\s*(?:tumou?r\s+)?(?:cells|nuclei)\b)"
        + $@"(?:\s*(?:and|or|/)\s*{Value})?"
        + $@"(?:{Between}(?:(?:{Named})[^0-9<>≤≥.;]{{0,20}}|(?:{Patchy}|{UpTo}){Between}){Value}|{Between}{Value}\s*\(?(?:in\s+)?(?:the\s+|some\s+)?(?:hot[\s-]?spots?|focal(?:ly)?|foci)\b)?",
        Options);

    /// <summary>Text such as <c>2,5 %</c>, <c>&lt;3</c>, <c>10 - 15 %</c>, <c>3/500 cells</c> or <c>5 % (hot spot 12 %)</c>.</summary>
    internal static Ki67? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var written = LimitWords.InSigns(WithPeaks(Name.Replace(text, " ")));
        var hasPercent = Percent.IsMatch(written);
        if ((hasPercent ? written : CellCounts.InPercent(written)) is not { } countless)
            return null;
        var numbers = WrittenNumber.In(countless);
        var inPercent = numbers.Where(number => number.IsPercent).ToImmutableArray();
        var candidates = inPercent.IsEmpty ? numbers : inPercent;
        return candidates.IsEmpty ? null : Choose(candidates, HotSpot.IsMatch(written), text.Trim(), isApproximate: numbers.Length > 1);
    }

    /// <summary>Every index that a report tells, with its percent sign or its count of cells.</summary>
    internal static IEnumerable<Ki67> ParseNarrative(string text) =>
        InNarrative.Matches(LimitWords.InSigns(text))
            .Select(match => Parse(Name.Replace(match.Value, " ").TrimStart(' ', ')', ']', '-', ':', ','))).OfType<Ki67>();

    /// <summary>True for a text that says there is no result.</summary>
    internal static bool SaysNotMeasured(string text) => NotMeasured.Says(text) && WrittenNumber.In(Name.Replace(text, " ")).IsEmpty;

    /// <summary>The highest where one is told as such, else the first.</summary>
    private static Ki67? Choose(ImmutableArray<WrittenNumber> candidates, bool isHotSpot, string raw, bool isApproximate)
    {
        if (!candidates[0].IsReadable || (isHotSpot && candidates.Any(number => !number.IsReadable)))
            return null;
        var first = candidates[0];
        var chosen = isHotSpot ? candidates.Select(Bounds).Aggregate(Ki67.Higher) : Bounds(first);
        var ki67 = Ki67Parser.Within(chosen, raw, isHotSpot ? candidates.Any(number => number.IsApproximate) : first.IsApproximate || isApproximate);
        return ki67 is null ? null : ki67 with
        {
            MayBeRatio = !first.IsPercent && chosen.High is > 0 and < 1,
            IsFirstOfSeveral = !isHotSpot && candidates.Any(number => !number.IsReadable || GradeRules.OfKi67(Bounds(number)) != GradeRules.OfKi67(chosen)),
        };
    }

    private static Interval<decimal> Bounds(WrittenNumber number) => new(number.Low ?? 0, number.High ?? 100, number.LowIncluded, number.HighIncluded);

    /// <summary>"Up to 30 %" after another value, or of an area, is the highest that was seen; alone it is a limit.</summary>
    private static string WithPeaks(string text)
    {
        var number = Percent.IsMatch(text) ? PercentBefore : NumberBefore;
        return Reaching.Replace(text, match => text[..match.Index] is var before && (number.IsMatch(before) || HotSpot.IsMatch(before))
            ? $"highest {match.Groups["number"].Value}"
            : match.Value);
    }
}
