namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A variant, a paragraph or a suggestion that no patient can get to see.</summary>
internal sealed class NeverShown : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Cards.Where(file => !subject.Firing(file).IsEmpty).SelectMany(file => CheckCard(subject, file));

    private static IEnumerable<LintFinding> CheckCard(LintSubject subject, CardFile file)
    {
        var left = subject.Firing(file);
        foreach (var variant in file.Variants)
        {
            var wanted = subject.Axes.Yes(variant.When);
            var here = left.And(wanted);
            if (here.IsEmpty)
                yield return Unreachable(subject, file, variant, wanted);
            foreach (var finding in CheckParts(subject, file, variant.Wording, here))
                yield return finding;
            left = left.Without(wanted);
        }

        foreach (var finding in CheckParts(subject, file, file.Wording, subject.Firing(file)))
            yield return finding;
    }

    private static LintFinding Unreachable(LintSubject subject, CardFile file, VariantText variant, Situations wanted) => file.Error(
        $"{variant.Path}.when",
        subject.Firing(file).And(wanted).IsEmpty
            ? $"a variant \"{variant.Variant.Name}\" that contradicts the criteria of its card"
            : $"a variant \"{variant.Variant.Name}\" of whose cases earlier variants leave none",
        "a condition that holds for some patient for whom the card fires and no earlier variant holds");

    private static IEnumerable<LintFinding> CheckParts(LintSubject subject, CardFile file, WordingText wording, Situations here) =>
        from part in wording.Detail.Concat(wording.Suggestions)
        where !here.IsEmpty && here.And(subject.Axes.Yes(part.When)).IsEmpty
        select file.Error($"{part.Path}.when", "a condition that never holds when the card fires", "a condition that holds for some patient for whom the card fires");
}
