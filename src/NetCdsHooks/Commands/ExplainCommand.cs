using System.CommandLine;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Commands;

/// <summary><c>explain</c>: what the service knows of one patient, and how each card was decided.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A Bundle with exactly one Patient, or the body of a call" };
        var asOf = AsOfDay.Option("to explain for");
        var cards = new Option<string?>("--cards") { Description = $"Folder of the cards (default: {KnowledgeFolder.Name})" };
        var site = SiteOption.Create();
        var json = new Option<bool>("--json") { Description = "Print JSON instead of tables" };
        var command = new Command("explain", "Prints every fact with its evidence or the reason why it is unknown, and every card with its criteria.")
        {
            file, asOf, cards, site, json,
        };
        command.SetAction(parsed =>
        {
            var io = parsed.InvocationConfiguration;
            try
            {
                var explanation = Explain(parsed.GetRequiredValue(file), parsed.GetValue(asOf), parsed.GetValue(cards), parsed.GetValue(site));
                if (parsed.GetValue(json))
                    ExplanationJson.Write(explanation, io.Output);
                else
                    ExplanationTables.Write(explanation, io.Output);
                return 0;
            }
            catch (Exception exception) when (exception is CommandException or KnowledgeException)
            {
                io.Error.WriteLine(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static Explanation Explain(string file, string? asOf, string? cards, string? site)
    {
        var today = AsOfDay.Read(asOf);
        try
        {
            var content = File.ReadAllBytes(file);
            var folder = KnowledgeFolder.Locate(cards, preferWorkingDirectory: true);
            var services = HookServices.Load(KnowledgeFolder.Read(folder), KnowledgeFolder.ReadSite(KnowledgeFolder.LocateSite(site)));

            // One resource may answer several needs of a file, which tells nothing of its writer.
            var used = new SortedSet<Tolerance>();
            using (Tolerances.Watch(tolerance => used.Add(tolerance)))
                return Explanation.Of(PatientFile.Read(content), services, today) with { Tolerances = [.. used.Where(tolerance => tolerance != Tolerance.Duplicate).Select(Tolerances.NameOf)] };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be read: {exception.Message}");
        }
        catch (Refusal refusal)
        {
            throw new CommandException($"{file}: {refusal.Message} {refusal.Diagnostics}");
        }
        catch (CommandException exception)
        {
            throw new CommandException($"{file}: {exception.Message}");
        }
    }
}
