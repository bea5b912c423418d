namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>
/// A card that nobody has reviewed for two years, or whose review lies in the future. A hint, because it comes about by the
/// passing of time alone.
/// </summary>
internal sealed class ReviewDates : ILintRule
{
    private const int Years = 2;

    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in subject.Cards
        let reviewed = file.Card.LastReviewDate
        where reviewed > subject.Today || reviewed < subject.Today.AddYears(-Years)
        select file.Hint(
            "$.lastReviewDate",
            $"{reviewed:yyyy-MM-dd}, {(reviewed > subject.Today ? "which is still to come" : $"more than {Years} years ago")}",
            $"a day of the last {Years} years");
}
