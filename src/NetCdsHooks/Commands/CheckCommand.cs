using System.CommandLine;
using NetCdsHooks.Clinical.Cards.Lint;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Commands;

/// <summary><c>check</c>: everything that can be found wrong in cards and samples without a patient.</summary>
internal static class CheckCommand
{
    private const string DefaultSamples = "fhir-samples";

    internal static Command Create()
    {
        var cards = new Option<string?>("--cards") { Description = $"Folder of the cards (default: {KnowledgeFolder.Name})" };
        var site = SiteOption.Create();
        var samples = new Option<string?>("--samples") { Description = $"Folder of sample Bundles (default: {DefaultSamples}, if there is one)" };
        var asOf = AsOfDay.Option("on which reviews are judged");
        var command = new Command("check", "Reads all cards, runs their worked examples, looks for weak spots and reads all samples. Exit code 1 when anything is wrong.")
        {
            cards,
            site,
            samples,
            asOf,
        };
        command.SetAction(parsed =>
        {
            var io = parsed.InvocationConfiguration;
            try
            {
                return Run(parsed.GetValue(cards), parsed.GetValue(site), parsed.GetValue(samples), AsOfDay.Read(parsed.GetValue(asOf)), io.Output);
            }
            catch (CommandException exception)
            {
                io.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static int Run(string? cards, string? site, string? samples, DateOnly today, TextWriter output)
    {
        var wrong = CheckCards(KnowledgeFolder.Locate(cards, preferWorkingDirectory: true), KnowledgeFolder.LocateSite(site), today, output);
        if (samples is not null || Directory.Exists(DefaultSamples))
            wrong += CheckSamples(samples ?? DefaultSamples, output);
        output.WriteLine(wrong == 0 ? "No problems." : $"{wrong} problem(s).");
        return wrong == 0 ? 0 : 1;
    }

    private static int CheckCards(string folder, string? site, DateOnly today, TextWriter output)
    {
        output.WriteLine($"Cards in {folder}");
        try
        {
            var files = KnowledgeFolder.Read(folder);
            var services = HookServices.Load(files, KnowledgeFolder.ReadSite(site));
            var knowledge = services.Knowledge;
            var findings = CardLint.Run(services.Shipped, files, ProgramWords.Read(), today);
            output.WriteLine(
                $"  {knowledge.Cards.Length} cards, {knowledge.Orders.Count} orders, {knowledge.Concepts.Concepts.Length} concepts, " +
                $"{knowledge.ExampleCount} worked examples, state {knowledge.Digest}");
            foreach (var change in services.SiteChanges)
                output.WriteLine($"  adapted by the site: {change}");
            foreach (var hint in findings.Where(finding => finding.IsHint))
                output.WriteLine($"  hint: {hint.Problem}");
            return Print([.. services.RunExamples(), .. findings.Where(finding => !finding.IsHint).Select(finding => finding.Problem)], output);
        }
        catch (KnowledgeException exception)
        {
            return Print(exception.Problems, output);
        }
    }

    private static int CheckSamples(string folder, TextWriter output)
    {
        output.WriteLine($"Samples in {Path.GetFullPath(folder)}");
        var (bundles, resources, problems) = SampleCheck.Run(folder);
        output.WriteLine($"  {bundles} Bundles, {resources} resources");
        return Print(problems, output);
    }

    private static int Print(IReadOnlyCollection<Problem> problems, TextWriter output)
    {
        foreach (var problem in problems)
            output.WriteLine($"  {problem}");
        return problems.Count;
    }
}
