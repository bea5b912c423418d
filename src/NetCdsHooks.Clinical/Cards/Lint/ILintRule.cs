namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>Looks for one kind of weakness.</summary>
internal interface ILintRule
{
    IEnumerable<LintFinding> Check(LintSubject subject);
}
