using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Logic;
using Spectre.Console;

namespace NetCdsHooks.Commands;

/// <summary>Prints an explanation for people.</summary>
internal static class ExplanationTables
{
    internal static void Write(Explanation explanation, TextWriter output)
    {
        var console = Consoles.For(output);
        console.WriteLine($"Patient {explanation.PatientId} as of {explanation.AsOf:yyyy-MM-dd}");
        foreach (var change in explanation.SiteChanges)
            console.WriteLine($"Adapted by the site: {change}");
        if (!explanation.Tolerances.IsEmpty)
            console.WriteLine($"Read leniently: {string.Join(", ", explanation.Tolerances)}");
        console.Write(Facts(explanation));
        if (!explanation.Unmapped.IsEmpty)
            console.Write(Unmapped(explanation));
        foreach (var decision in explanation.Cards.OrderByDescending(decision => decision.Answer))
            WriteCard(console, decision);
    }

    private static Table Facts(Explanation explanation)
    {
        var table = new Table().Title("Facts").AddColumns("Fact", "Value or reason", "Evidence");
        foreach (var fact in explanation.Facts)
            table.AddRow(new Text(fact.Title), new Text(fact.Text), new Text(string.Join("\n", fact.Evidence)));
        return table;
    }

    private static Table Unmapped(Explanation explanation)
    {
        var table = new Table().Title("Codes that are not mapped: read by their wording, as free text").AddColumns("System", "Code", "Looks like");
        foreach (var code in explanation.Unmapped)
            table.AddRow(new Text(code.System ?? "(none)"), new Text(code.Code), new Text(code.ConceptId));
        return table;
    }

    private static void WriteCard(IAnsiConsole console, CardDecision decision)
    {
        console.WriteLine();
        console.WriteLine($"{decision.Card.Id}{AboutOf(decision)}: {Explanation.Word(decision.Answer)}{VariantOf(decision)}{MissingOf(decision)}");
        var table = new Table().AddColumns("Part", "Criterion", "Answer", "Found", "Evidence");
        foreach (var criterion in decision.Criteria)
            table.AddRow(
                new Text(RoleOf(criterion.Role)), new Text(criterion.Criterion), new Text(Word(criterion.Answer)), new Text(criterion.Found),
                new Text(string.Join("\n", ExplainedFact.EvidenceOf(criterion.Fact))));
        console.Write(table);
    }

    private static string AboutOf(CardDecision decision) => decision.Draft is { } draft ? $" about {draft.Resource.Self}" : "";

    private static string VariantOf(CardDecision decision) => decision.Variant is { } variant ? $", as {variant.Name}" : "";

    private static string MissingOf(CardDecision decision) => decision.Missing.IsEmpty ? "" : $", for want of {string.Join(", ", decision.Missing)}";

    internal static string RoleOf(CriterionRole role) => role switch
    {
        CriterionRole.When => "when",
        CriterionRole.Unless => "unless",
        CriterionRole.Variant => "variant",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    internal static string Word(Truth answer) => answer switch
    {
        Truth.Yes => "yes",
        Truth.No => "no",
        Truth.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
