using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Tests.Cards.Lines;

/// <summary>One line of what a card was asked to do, from which its worked examples were written.</summary>
/// <param name="Card">Id of the card.</param>
/// <param name="Letter">F fires, N does not, B boundary, U unknown.</param>
/// <param name="Says">The line in short.</param>
/// <param name="Values">
/// The values that the line names, each with what the card does there: fires, silent or undetermined, or the urgency with which it fires.
/// A value is a pattern for the name or the chart of an example; a number in it is met by no other number.
/// </param>
internal sealed record CardLine(string Card, char Letter, string Says, params ImmutableArray<(string Value, string Outcome)> Values)
{
    /// <summary>What of the line no example of its card shows.</summary>
    internal IEnumerable<string> Missing(IReadOnlyCollection<WorkedExample> examples)
    {
        if (!examples.Any(example => example.Name.StartsWith(Letter + ": ", StringComparison.Ordinal)))
            yield return $"{Card}: no example \"{Letter}: ...\" ({Says})";
        foreach (var (value, outcome) in Values)
            if (!examples.Any(example => Shows(example, outcome) && Pattern(value).IsMatch(Text(example))))
                yield return $"{Card}: {Letter} ({Says}): no example with {value} that is {outcome}";
    }

    private static bool Shows(WorkedExample example, string outcome) => outcome switch
    {
        "fires" => example.Expected == Truth.Yes,
        "silent" => example.Expected == Truth.No,
        "undetermined" => example.Expected == Truth.Unknown,
        _ => example.Expected == Truth.Yes && string.Equals(example.Indicator?.ToString(), outcome, StringComparison.OrdinalIgnoreCase),
    };

    private static string Text(WorkedExample example) =>
        $"{example.Name} {string.Join(' ', example.Chart.Concat(example.Drafts).Select(line => line.Value.GetRawText()))}";

    /// <summary>20 is met by 20 and 20.0, but not by 120, 20.1 or 1.20.</summary>
    private static Regex Pattern(string value) =>
        new(Regex.Replace(value, @"\d+(\.\d+)?", number => $@"(?<![\d.]){Regex.Escape(number.Value)}{(number.Value.Contains('.') ? "" : @"(\.0+)?")}(?!\d|\.\d)"), RegexOptions.IgnoreCase);
}
