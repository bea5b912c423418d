using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>Looks for one kind of weakness in the files.</summary>
internal interface ILintRule
{
    IEnumerable<LintFinding> Check(LintSubject subject);
}

/// <summary>Looks for one kind of weakness of a card with the help of its worked examples.</summary>
internal interface IExampleRule
{
    IEnumerable<LintFinding> Check(LintSubject subject, CardFile file, ImmutableArray<ExampleRun> runs);
}
