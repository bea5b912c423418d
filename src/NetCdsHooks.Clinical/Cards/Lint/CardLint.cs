using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Lint.Rules;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>Finds what is weak in knowledge that loads: criteria, limits, examples and wording that do not do what they seem to.</summary>
public static class CardLint
{
    private static readonly ImmutableArray<ILintRule> Rules =
    [
        new NeverFires(), new NeverShown(), new LimitSides(), new RangeFamilies(), new ImperativeWording(), new ReviewDates(), new UnusedFacts(),
        new UnusedConcepts(),
    ];

    private static readonly ImmutableArray<IExampleRule> ExampleRules = [new UntestedCard(), new UntestedLimit(), new PlansTold(), new LongSummary()];

    /// <param name="knowledge">What loaded.</param>
    /// <param name="files">What it was loaded from.</param>
    /// <param name="programWords">Every text that stands in the program; see <see cref="LintSubject"/>.</param>
    /// <param name="today">The day on which reviews are judged.</param>
    /// <returns>In the order of the files.</returns>
    public static ImmutableArray<LintFinding> Run(KnowledgeBase knowledge, IEnumerable<KnowledgeFile> files, IReadOnlySet<string> programWords, DateOnly today)
    {
        var subject = new LintSubject(knowledge, files, programWords, today);
        return
        [
            .. Rules.SelectMany(rule => rule.Check(subject))
                .Concat(subject.Cards.SelectMany(file => CheckExamples(subject, file)))
                .OrderBy(finding => finding.Problem.File, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<LintFinding> CheckExamples(LintSubject subject, CardFile file)
    {
        var runs = subject.RunsOf(file);
        return ExampleRules.SelectMany(rule => rule.Check(subject, file, runs));
    }
}
