using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace NetCdsHooks.Feedback.Reports;

/// <summary>Prints a report for people, for a spreadsheet or for programs.</summary>
internal static class ReportWriter
{
    private static readonly string[] Columns =
        ["card", "version", "client", "shown", "accepted", "overridden", "unanswered", "overridden without reason", "reasons"];

    internal static Table Table(IEnumerable<ReportRow> rows)
    {
        var table = new Table();
        foreach (var column in Columns)
            table.AddColumn(column);
        foreach (var row in rows)
            table.AddRow([.. Cells(row, "\n").Select(cell => new Text(cell))]);
        return table;
    }

    /// <summary>By RFC 4180; a cell that a spreadsheet might take for a formula begins with an apostrophe.</summary>
    internal static void WriteCsv(IEnumerable<ReportRow> rows, TextWriter output)
    {
        WriteLine(output, Columns);
        foreach (var row in rows)
            WriteLine(output, Cells(row, "; "));
    }

    internal static void WriteNdjson(IEnumerable<ReportRow> rows, TextWriter output)
    {
        foreach (var row in rows)
            output.WriteLine(JsonSerializer.Serialize(row, ReportJson.Default.ReportRow));
    }

    private static string[] Cells(ReportRow row, string separator) =>
    [
        row.Card, row.Version, row.Client, Number(row.Shown), Number(row.Accepted), Number(row.Overridden), Number(row.Unanswered), Number(row.WithoutReason),
        string.Join(separator, row.Reasons.Select(reason => $"{reason.Key}: {Number(reason.Value)}")),
    ];

    private static void WriteLine(TextWriter output, string[] cells) => output.Write($"{string.Join(',', cells.Select(Quoted))}\r\n");

    private static string Quoted(string cell)
    {
        var tame = cell is ['=' or '+' or '-' or '@' or '\t', _, ..] ? $"'{cell}" : cell;
        return tame.AsSpan().ContainsAny(",\"\r\n") ? $"\"{tame.Replace("\"", "\"\"")}\"" : tame;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
