namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>
/// Limits that divide one fact at the same value but do not agree to which side the value itself belongs: between "below 20" and
/// "above 20" there is a gap, "at most 20" and "at least 20" overlap. Compared are the conditions of different cards, and the
/// variants and paragraphs of one card.
/// </summary>
internal sealed class LimitSides : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Cards.SelectMany(file => CheckTogether(file.Parts.Select(asked => (file, asked)), (_, _) => true))
            .Concat(CheckTogether(
                subject.Cards.SelectMany(file => file.Conditions.Select(asked => (file, asked))),
                (one, other) => one.Card.Id != other.Card.Id));

    /// <param name="questions">Those that must agree.</param>
    /// <param name="areCompared">One card may ask for anything but a value, below it or above it.</param>
    private static IEnumerable<LintFinding> CheckTogether(
        IEnumerable<(CardFile File, Asked Asked)> questions, Func<CardFile, CardFile, bool> areCompared)
    {
        foreach (var limit in questions.Where(one => one.Asked.Limit is not null).GroupBy(one => (Axis: Axes.Name(one.Asked), one.Asked.Limit)))
        {
            var (file, first) = limit.First();
            foreach (var other in limit.Where(one => one.Asked.LimitBelongsAbove != first.LimitBelongsAbove && areCompared(file, one.File)))
                yield return other.File.Error(
                    other.Asked.Path,
                    $"{other.Asked}, while {file.Card.Id} asks {first}",
                    $"one side for {limit.Key.Limit}, so that it is neither left out nor counted twice");
        }
    }
}
