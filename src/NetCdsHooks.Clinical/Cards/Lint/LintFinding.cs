using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>A weakness of knowledge that loads: it can be used, but does not do what its author means.</summary>
/// <param name="Problem">Where, what was found and what is accepted.</param>
/// <param name="IsHint">True for what is worth a look and may stay; everything else is to be put right.</param>
public sealed record LintFinding(Problem Problem, bool IsHint)
{
    internal static LintFinding Error(string file, string path, string found, string accepted) => new(new(file, path, found, accepted), IsHint: false);

    internal static LintFinding Hint(string file, string path, string found, string accepted) => new(new(file, path, found, accepted), IsHint: true);
}
