using System.Text;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Tests.Support;

/// <summary>A handful of cards on the concepts that ship, so that tests of the service do not depend on what the real cards say.</summary>
internal static class TestCards
{
    private const string Frame = """
        {
          "id": "ID", "version": "1.2.3", "status": "active", "origin": "core", "title": "Title of ID",
          "category": "CATEGORY", "hooks": ["patient-view"], "indicator": "info", "summary": "Summary of ID",
          REST
          "detail": ["Detail of ID."], "evidence": ["guide"], "lastReviewDate": "2026-11-21"
        }
        """;

    private static readonly Lazy<string> LazyFolder = new(() => Write(Directory.CreateTempSubdirectory("cards-").FullName));

    /// <summary>Shared by all tests: read only.</summary>
    internal static string Folder => LazyFolder.Value;

    /// <summary>A folder of one's own, to change.</summary>
    internal static string NewFolder() => Write(Directory.CreateTempSubdirectory("cards-").FullName);

    /// <summary>Replaces the first place of a text in a file of a folder of one's own.</summary>
    internal static void Change(string folder, string file, string found, string by)
    {
        var path = Path.Combine(folder, file);
        var text = System.IO.File.ReadAllText(path);
        var place = text.IndexOf(found, StringComparison.Ordinal);
        place.Should().BePositive("there must be something to change");
        System.IO.File.WriteAllText(path, text[..place] + by + text[(place + found.Length)..]);
    }

    internal static IEnumerable<KnowledgeFile> Files() =>
    [
        .. TestKnowledge.Files().Where(file => file.Path.StartsWith("concepts/", StringComparison.Ordinal) || file.Path == "surveillance/intervals.json"),
        File("evidence.json", """
            { "evidence": {
              "guide": { "label": "A guide", "url": "https://example.org/guide", "note": "summary" },
              "book": { "label": "A book", "note": "summary" } } }
            """),
        File("override-reasons.json", """{ "standard": { "later": "Will do later" }, "extra": {} }"""),
        File("orders/board.order.json", """
            { "label": "Ask the tumour board", "resource": { "resourceType": "ServiceRequest", "code": { "text": "Tumour board" } } }
            """),
        File("orders/scan.order.json", """
            { "label": "Order a scan", "resource": { "resourceType": "ServiceRequest", "code": { "text": "CT" } } }
            """),
        File("coordination/tumour-active.card.json", """
            {
              "id": "tumour-active", "version": "1.2.3", "status": "active", "origin": "core", "title": "Active tumour",
              "category": "coordination", "hooks": ["patient-view"], "indicator": "warning", "summary": "An active tumour is on the list",
              "when": { "netStatus": { "is": "active" } },
              "detail": ["It is on the problem list."],
              "suggestions": [
                { "label": "Board and scan", "orders": ["board", "scan"], "recommended": true },
                { "label": "Board only", "orders": ["board"] } ],
              "selection": "at-most-one",
              "evidence": ["guide", "book"], "lastReviewDate": "2026-11-21"
            }
            """),
        Card("workup", "ki67-unrecorded", """ "when": { "netStatus": { "is": "active" }, "ki67": { "recorded": false } }, """),
        Card("surveillance", "receptor-scan-seen", """ "when": { "netStatus": { "is": "active" }, "sstrImaging": { "is": "yes" } }, """),
        Card("surveillance", "no-plan", """ "when": { "netStatus": { "is": "active" }, "plan": { "is": "noImaging" } }, """),
        Examples("coordination", "tumour-active"),
        Examples("workup", "ki67-unrecorded"),
        Examples("surveillance", "receptor-scan-seen", """{ "imaging": "PT+CT", "description": "Ga-68 DOTATATE PET/CT", "on": "2026-03-21" }"""),
        Examples("surveillance", "no-plan", """
            { "procedure": "snomed|174041007|Laparoscopic appendectomy", "outcome": "local|r0|R0", "on": "2026-01-10" },
            { "observation": "loinc|29593-1", "value": "1 %", "on": "2026-01-15" },
            { "observation": "loinc|33728-7", "value": "7 mm", "on": "2026-01-15", "specimen": "appendix" }
            """),
        Card("coordination", "net-data-incomplete", """ "namesWhatIsMissing": true, """),
    ];

    private static KnowledgeFile Card(string category, string id, string rest) => File(
        $"{category}/{id}.card.json",
        Frame.Replace("ID", id, StringComparison.Ordinal).Replace("CATEGORY", category, StringComparison.Ordinal).Replace("REST", rest, StringComparison.Ordinal));

    /// <param name="category">Its folder.</param>
    /// <param name="id">The card.</param>
    /// <param name="more">What makes it fire, beside the tumour of an appendix.</param>
    private static KnowledgeFile Examples(string category, string id, string? more = null)
    {
        const string tumour = """{ "condition": "icd-10-cm|C7A.020|Carcinoid of the appendix", "on": "2026-01-10" }""";
        return File($"{category}/{id}.examples.json", $$"""
            { "examples": [
              { "name": "F: a tumour", "chart": [{{tumour}}{{(more is null ? "" : $", {more}")}}], "expect": "fires" },
              { "name": "N: none", "chart": [{ "condition": "icd-10-cm|I10|Hypertension", "on": "2026-01-10" }], "expect": "silent" } ] }
            """);
    }

    private static KnowledgeFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static string Write(string folder)
    {
        foreach (var file in Files())
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllBytes(path, file.Content.ToArray());
        }

        return folder;
    }
}
