using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A limit of a number or an age that no worked example of the card meets, or none just beyond it.</summary>
internal sealed class UntestedLimit : IExampleRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject, CardFile file, ImmutableArray<ExampleRun> runs) =>
        CheckCard(file, [.. runs.SelectMany(run => run.Pictures)]);

    /// <summary>Nothing is below zero, so that a limit of zero asks only whether the number is known.</summary>
    private static IEnumerable<LintFinding> CheckCard(CardFile file, IReadOnlyList<ClinicalPicture> pictures) =>
        from asked in file.When.Questions.Concat(file.Unless.Questions).Concat(file.Variants.SelectMany(variant => variant.When.Questions))
        where asked.Limit is not null and not 0
        let atLimit = pictures.Any(picture => IsAt(asked, picture))
        let beyond = pictures.Any(picture => IsBeyond(asked, picture))
        where !atLimit || !beyond
        select file.Error(
            asked.Path,
            $"a limit ({asked}) with no worked example {(atLimit ? "just beyond it" : beyond ? "at it" : "at it, nor one just beyond it")}",
            $"an example where {asked.Fact.Title} is at the limit, and one just {(asked.LimitBelongsAbove ? "below" : "above")} it");

    private static bool IsAt(Asked asked, ClinicalPicture picture) => asked.Fact.Kind == FactKind.Date
        ? IsAged(asked, picture, 0)
        : Holds(asked.Fact, picture, bounds => bounds.AtLeast(asked.Limit!.Value).And(bounds.AtMost(asked.Limit.Value)));

    /// <summary>A day, or a tenth of the limit, or one unit beyond.</summary>
    private static bool IsBeyond(Asked asked, ClinicalPicture picture)
    {
        if (asked.Fact.Kind == FactKind.Date)
            return IsAged(asked, picture, asked.LimitBelongsAbove ? -1 : 1);
        var limit = asked.Limit!.Value;
        var reach = Math.Max(1, limit / 10);
        return Holds(asked.Fact, picture, bounds => asked.LimitBelongsAbove
            ? bounds.Below(limit).And(bounds.AtLeast(limit - reach))
            : bounds.Above(limit).And(bounds.AtMost(limit + reach)));
    }

    private static bool Holds(FactDefinition fact, ClinicalPicture picture, Func<Interval<decimal>, Truth> question) =>
        fact.Compare(picture, question) == Truth.Yes;

    private static bool IsAged(Asked asked, ClinicalPicture picture, int moreDays)
    {
        var day = CriterionReader.AgeUnits[asked.Unit!].Before(picture.Today, (int)asked.Limit!.Value).AddDays(-moreDays);
        return asked.Fact.Ask(picture, date => (date.First == day && date.Last == day).ToTruth()) == Truth.Yes;
    }
}
