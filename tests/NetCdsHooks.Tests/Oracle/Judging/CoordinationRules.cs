using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;
using static NetCdsHooks.Tests.Oracle.Judging.Verdicts;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Part 11 of the clinical specification.</summary>
internal sealed class CoordinationRules(Judge judge)
{
    internal IEnumerable<(string Card, Verdict Verdict)> Decide() => [("mdt-review-missing", BoardMissing)];

    /// <summary>The disease spread, came back or grew after the last board; a board or a change that was not found may be the later one.</summary>
    private Verdict IsOutdated
    {
        get
        {
            if (judge.Stage.LastChange is { IsTold: false, IsAsked: true })
                return Verdict.No;
            var seen = judge.Treatment.LastBoard.Is(board => judge.Stage.LastChange.Is(change =>
                change.First > board.Last ? Verdict.Yes : change.Last > board.First ? Verdict.NotTold : Verdict.No));
            return seen == Verdict.Yes ? judge.Treatment.HasBoardGap ? Verdict.NotAsked : Verdict.Yes
                : judge.Gap(DataNeed.Conditions, DataNeed.Status) ? Verdict.NotAsked : seen;
        }
    }

    internal Verdict BoardMissing => All(judge.Tumour.IsActive, Any(Not(judge.Treatment.HadBoard), IsOutdated), Not(judge.Pending.Has(Role.TumourBoard)));
}
