namespace NetCdsHooks.Clinical.Cards.Lint.Rules;

/// <summary>A card whose criteria no patient can meet together.</summary>
internal sealed class NeverFires : ILintRule
{
    public IEnumerable<LintFinding> Check(LintSubject subject) =>
        from file in subject.Cards
        where subject.Firing(file).IsEmpty
        select file.Error("$.when", $"criteria that cannot hold together: {Culprits(subject, file)}", "criteria that some patient meets");

    /// <summary>The questions of one fact that contradict each other, else all facts.</summary>
    private static string Culprits(LintSubject subject, CardFile file)
    {
        var asked = file.When.Questions.Concat(file.Unless.Questions).ToList();
        var torn = asked.GroupBy(one => one.Fact).FirstOrDefault(group => group.Skip(1).Any() && Contradict(subject, file, group.Key.Name));
        return string.Join("; ", (torn ?? asked.AsEnumerable()).Select(one => one.ToString()));
    }

    private static bool Contradict(LintSubject subject, CardFile file, string fact) =>
        subject.Axes.Yes(Only(file.When, fact)).And(subject.Axes.EachNo(Only(file.Unless, fact))).IsEmpty;

    private static AskedGroup Only(AskedGroup group, string fact) =>
        group with { Facts = [.. group.Facts.Where(one => one.Fact.Name == fact)], Alternatives = [] };
}
