using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Writes limits that are told in words as signs: "less than or equal to 3 %" and "3 % or less" become "&lt;= 3 %".</summary>
internal static class LimitWords
{
    private const string Number = @"\d+(?:[.,]\d+)?";
    private const string Less = "less|fewer|lower|smaller";
    private const string More = "more|greater|higher|larger";
    private const string Before = @"(?<number>" + Number + @"(?:\s*(?:-|–|to)\s*" + Number + @")?\s*(?:%|per\s?cent\b|mm\b|cm\b)?)\s*(?:or|and)\s+";

    private static readonly (Regex Words, string Sign)[] Rules =
    [
        (Pattern($@"{Before}(?:{More}|above|over)\b"), ">= ${number}"),
        (Pattern($@"{Before}(?:{Less}|below|under)\b"), "<= ${number}"),
        (Pattern($@"\b(?:(?:{Less})\s+than\s+or\s+equal(?:\s+to)?|equal(?:\s+to)?\s+or\s+(?:{Less})\s+than|not?\s+(?:{More})\s+than|at\s+most)\s+(?<number>\d)"), "<= ${number}"),
        (Pattern($@"\b(?:(?:{More})\s+than\s+or\s+equal(?:\s+to)?|equal(?:\s+to)?\s+or\s+(?:{More})\s+than|not?\s+(?:{Less})\s+than|at\s+least)\s+(?<number>\d)"), ">= ${number}"),
        (Pattern($@"\b(?:(?:{Less})\s+than|below|under)\s+(?<number>\d)"), "< ${number}"),
        (Pattern($@"\b(?:(?:{More})\s+than|above|over|exceeding)\s+(?<number>\d)"), "> ${number}"),
    ];

    /// <summary>Everything else stays as it is.</summary>
    internal static string InSigns(string text) => Rules.Aggregate(text, (written, rule) => rule.Words.Replace(written, rule.Sign));

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
