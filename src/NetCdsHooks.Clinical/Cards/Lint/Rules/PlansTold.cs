using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>
/// A card that explains follow-up plans one by one explains each that it can be about, and a worked example shows each with its interval.
/// </summary>
internal sealed class PlansTold : IExampleRule
{
    private const int Several = 3;

    private static readonly FactDefinition Plan = FactCatalog.Find("plan")!;
    private static readonly FactDefinition Interval = FactCatalog.Find("planInterval")!;

    public IEnumerable<LintFinding> Check(LintSubject subject, CardFile file, ImmutableArray<ExampleRun> runs) =>
        file.Wording.Detail.Count(part => AsksPlan(part.When)) < Several
            ? []
            : from word in Plan.Words.Keys.Order(StringComparer.Ordinal)
              where (subject.Firing(file).ValuesOf(Plan.Name) & Axes.Bit(Plan, word)) != 0
              from finding in CheckPlan(file, runs, word)
              select finding;

    private static IEnumerable<LintFinding> CheckPlan(CardFile file, ImmutableArray<ExampleRun> runs, string word)
    {
        if (!file.Wording.Detail.Any(part => part.When.Facts.Any(fact => fact.Fact == Plan && fact.Questions.Any(asked => asked.Word is "is" or "in" && asked.Words.Contains(word)))))
            yield return file.Error("$.detail", $"nothing about the plan {word}", "a paragraph for each plan that the card can be about");
        if (!runs.Any(run => run.Pictures.Any(picture => IsShown(picture, word))))
            yield return file.Error("$.detail", $"no worked example under the plan {word}", "an example of each plan with its interval");
    }

    private static bool IsShown(ClinicalPicture picture, string word) => Plan.Holds(picture, word) == Truth.Yes && Interval.Wording(picture) is not null;

    private static bool AsksPlan(AskedGroup group) => group.Facts.Any(fact => fact.Fact == Plan && fact.Questions.Any(asked => asked.Word == "is"));
}
