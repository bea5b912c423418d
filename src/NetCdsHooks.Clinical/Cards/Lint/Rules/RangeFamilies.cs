using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>Cards that share out the values of one fact among them: each value belongs to exactly one of them.</summary>
internal sealed class RangeFamilies : ILintRule
{
    private static readonly ImmutableArray<(string Fact, ImmutableArray<string> Cards)> Families =
    [
        ("tumourSize", ["pnet-watch-and-wait-eligible", "pnet-size-threshold"]),
        ("tumourSize", ["surgery-small-pnet", "pnet-size-threshold"]),
    ];

    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        from family in Families
        let files = subject.Cards.Where(file => family.Cards.Contains(file.Card.Id)).ToList()
        where files.Count == family.Cards.Length
        from finding in CheckFamily(subject, family.Fact, files)
        select finding;

    private static IEnumerable<LintFinding> CheckFamily(LintSubject subject, string fact, IReadOnlyList<CardFile> files)
    {
        var limits = subject.Axes.LimitsOf(fact);
        for (var place = 0; place <= 2 * limits.Length; place++)
        {
            var owners = files.Where(file => (subject.Firing(file).ValuesOf(fact) & (1UL << place)) != 0).Select(file => file.Card.Id).ToList();
            if (owners.Count != 1)
                yield return files[0].Error(
                    $"$.when.{fact}",
                    owners.Count == 0 ? $"no card for {Words(limits, place)}" : $"{string.Join(" and ", owners)} for {Words(limits, place)}",
                    $"one of {string.Join(", ", files.Select(file => file.Card.Id))} for each value");
        }
    }

    private static string Words(ImmutableArray<decimal> limits, int place) =>
        place % 2 == 1 ? $"exactly {limits[place / 2]}"
        : place == 0 ? $"values below {limits[0]}"
        : place == 2 * limits.Length ? $"values above {limits[^1]}"
        : $"values between {limits[(place / 2) - 1]} and {limits[place / 2]}";
}
