using System.CommandLine;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Journal;
using NetCdsHooks.Feedback.Reports;

namespace NetCdsHooks.Commands;

/// <summary><c>feedback</c>: what clinicians did with the cards that they were shown.</summary>
internal static class FeedbackCommand
{
    private const string FolderVariable = "NetCdsHooks__Feedback__Folder";

    internal static Command Create()
    {
        var folder = new Option<string?>("--folder") { Description = $"Folder of the journal (default: {FolderVariable}, or that of Development)" };
        var csv = new Option<bool>("--csv") { Description = "Print CSV instead of a table" };
        var ndjson = new Option<bool>("--ndjson") { Description = "Print a JSON object a line instead of a table" };
        var command = new Command("feedback", "Prints for each card, version and client how often it was shown, accepted, overridden and why, and left unanswered.")
        {
            folder, csv, ndjson,
        };
        command.SetAction(parsed =>
        {
            var io = parsed.InvocationConfiguration;
            try
            {
                var reader = new JournalReader(FeedbackPlace.Folder(parsed.GetValue(folder) ?? Environment.GetEnvironmentVariable(FolderVariable)));
                var rows = FeedbackReport.Of(reader.Read());
                if (parsed.GetValue(csv))
                    ReportWriter.WriteCsv(rows, io.Output);
                else if (parsed.GetValue(ndjson))
                    ReportWriter.WriteNdjson(rows, io.Output);
                else
                    Consoles.For(io.Output).Write(ReportWriter.Table(rows));
                if (reader.Unreadable > 0)
                    io.Error.WriteLine($"{reader.Unreadable} line(s) of the journal could not be read.");
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                io.Error.WriteLine($"--folder: the journal cannot be read: {exception.Message}");
                return 1;
            }
        });
        return command;
    }
}
