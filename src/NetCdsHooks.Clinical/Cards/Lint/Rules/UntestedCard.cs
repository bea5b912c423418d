using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A card without a worked example in which it fires, or without one in which it does not. What other cards decide needs none.</summary>
internal sealed class UntestedCard : IExampleRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject, CardFile file, ImmutableArray<ExampleRun> runs)
    {
        if (file.Card.Merge is not null || file.Card.NamesWhatIsMissing)
            yield break;
        var fires = runs.Any(run => run.Decision?.Answer == Truth.Yes);
        var isSilent = runs.Any(run => run.Decision is null or { Answer: not Truth.Yes });
        if (!fires || !isSilent)
            yield return file.Error("$", $"no worked example in which it {(fires ? "is silent" : isSilent ? "fires" : "fires, and none in which it is silent")}", "at least one of each, in its *.examples.json");
    }
}
