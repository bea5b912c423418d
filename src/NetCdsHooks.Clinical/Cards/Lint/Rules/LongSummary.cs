using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Text;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A summary that would be cut: with the values of a worked example, or with the longest values and a caveat.</summary>
internal sealed class LongSummary : IExampleRule
{
    /// <summary>What is added when a card rests on results that are not final, the longer of the two caveats.</summary>
    private const string LongestCaveat = " (preliminary result)";

    public IEnumerable<LintFinding> Check(LintSubject subject, CardFile file, ImmutableArray<ExampleRun> runs) => runs.SelectMany(OfExample).Concat(OfCard(file));

    private static IEnumerable<LintFinding> OfExample(ExampleRun run)
    {
        if (run.Decision is not { Answer: Logic.Truth.Yes } decision)
            yield break;
        var template = decision.Wording.Summary;
        var length = template.Render(decision.Picture, text => text).Length + LongestCaveat.Length;
        if (length > PlainText.MaxSummary)
            yield return LintFinding.Error(
                run.Example.File, $"{run.Example.Path} (\"{run.Example.Name}\")", $"a summary that reaches {length} with its caveat", $"at most {PlainText.MaxSummary} characters");
        foreach (var fact in template.Facts.Where(fact => fact.Wording(decision.Picture) is { } text && text.EndsWith('…')))
            yield return LintFinding.Hint(
                run.Example.File, $"{run.Example.Path} (\"{run.Example.Name}\")", $"a summary that cuts {fact.Title}", $"a value of at most {fact.MaxLength} characters");
    }

    private static IEnumerable<LintFinding> OfCard(CardFile file)
    {
        foreach (var (wording, summary) in file.Variants.Select(variant => (variant.Wording, variant.Variant.Wording.Summary)).Prepend((file.Wording, file.Card.Wording.Summary)))
            if (wording.Summary is not null && summary.MaxLength + LongestCaveat.Length > PlainText.MaxSummary)
                yield return file.Hint(
                    $"{wording.Path}.summary", $"a summary that can reach {summary.MaxLength + LongestCaveat.Length} with its caveat", $"at most {PlainText.MaxSummary} characters");
    }
}
