using System.Text;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

/// <summary>The smallest knowledge folder that loads, as text that a test can damage.</summary>
internal sealed class SmallKnowledge
{
    internal const string Card = "workup/size-noted.card.json";

    internal const string Intervals = "surveillance/intervals.json";

    private readonly Dictionary<string, string> _files = new()
    {
        ["concepts/systems.json"] = """
            { "systems": {
              "loinc": { "uris": ["http://loinc.org"], "match": "exact" },
              "icd-10-cm": { "uris": ["http://hl7.org/fhir/sid/icd-10-cm"], "match": "prefix" } } }
            """,
        ["concepts/tumour.concepts.json"] = """
            { "concepts": [
              { "id": "net", "title": "NET", "codes": { "icd-10-cm": { "C7A": "NET" } }, "unverified": { "loinc": { "98979-8": "not in the list of 2020" } },
                "text": ["neuroendocrine"], "exclude": { "text": ["merkel"] } } ] }
            """,
        ["orders/mdt-review.order.json"] = """
            { "label": "Tumour board", "resource": { "resourceType": "ServiceRequest", "code": { "text": "tumour board" } } }
            """,
        ["evidence.json"] = """{ "evidence": { "guide": { "label": "A guide", "url": "https://example.org/guide", "note": "summary" } } }""",
        ["recommendations.json"] = """
            { "recommendations": { "S1-01": { "source": "guide", "statement": "Size is noted.", "numbers": ["2 cm"] }, "S1-02": { "source": "guide", "statement": "Ask." } } }
            """,
        [Intervals] = """
            { "plans": {
              "highGrade": { "imaging": { "from": 2, "by": 3 }, "markers": { "from": 2, "by": 3 } },
              "observedPancreas": { "imaging": { "from": 6, "by": 12 }, "markers": { "by": 6, "late": "due" } },
              "resected": { "imaging": { "from": 6, "by": 12 }, "markers": { "from": 6, "by": 12 } },
              "generalG1G2": { "imaging": { "from": 3, "by": 6 }, "markers": { "from": 3, "by": 6 } },
              "longest": { "imaging": { "by": 12 }, "markers": { "by": 12 } } },
              "receptorImaging": { "from": 18, "by": 24 } }
            """,
        ["override-reasons.json"] = """{ "standard": { "later": "Later" }, "extra": { "unfit": "Not fit" } }""",
        [Card] = """
            {
              "id": "size-noted",
              "version": "1.0.0",
              "status": "active",
              "origin": "core",
              "title": "Size noted",
              "category": "workup",
              "hooks": ["patient-view"],
              "indicator": "info",
              "summary": "The tumour is {{tumourSize}} large.",
              "when": {
                "netStatus": { "is": "active" },
                "tumourSize": { "atLeast": 20, "unit": "mm" }
              },
              "detail": ["It is {{tumourSize}}[[, grade {{grade}}]]."],
              "suggestions": [{ "label": "Ask the board", "orders": ["mdt-review"] }],
              "overrideReasons": ["unfit"],
              "evidence": ["guide"],
              "speaksFor": ["S1-01"],
              "lastReviewDate": "2026-11-21"
            }
            """,
    };

    internal SmallKnowledge Replace(string file, string found, string by)
    {
        _files[file].Should().Contain(found, "the test must damage something");
        _files[file] = _files[file].Replace(found, by, StringComparison.Ordinal);
        return this;
    }

    internal SmallKnowledge With(string file, string text)
    {
        _files[file] = text;
        return this;
    }

    internal SmallKnowledge Without(string file)
    {
        _files.Remove(file).Should().BeTrue();
        return this;
    }

    /// <summary>Adds a second card, made from the first.</summary>
    internal SmallKnowledge WithCopy(string file, string id, string found, string by) =>
        With(file, _files[Card].Replace("\"size-noted\"", $"\"{id}\"", StringComparison.Ordinal).Replace(found, by, StringComparison.Ordinal));

    /// <summary>With the concepts that ship, which worked examples need.</summary>
    internal SmallKnowledge WithExamples(string examples)
    {
        Without("concepts/tumour.concepts.json").Without("concepts/systems.json");
        foreach (var file in TestKnowledge.Files().Where(file => file.Path.StartsWith("concepts/", StringComparison.Ordinal)))
            With(file.Path, Encoding.UTF8.GetString(file.Content.Span));
        return With("workup/size-noted.examples.json", $$"""{ "examples": [{{examples}}] }""");
    }

    internal IEnumerable<KnowledgeFile> Files =>
        _files.Select(file => new KnowledgeFile(file.Key, Encoding.UTF8.GetBytes(file.Value)));
}
