using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>
/// The JSON schema of card files, made from the fact catalogue, so that editors complete fact names
/// and offer only the questions that make sense for each.
/// </summary>
public static class CardSchema
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of <c>card.schema.json</c>, with a line break at its end.</summary>
    public static string Generate() => $"{Card().ToJsonString(Pretty).ReplaceLineEndings("\n")}\n";

    private static JsonObject Card() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "A card of NetCdsHooks",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Words("id", "version", "status", "origin", "title", "category", "hooks", "indicator", "summary", "detail", "evidence", "lastReviewDate"),
        ["properties"] = new JsonObject
        {
            ["$schema"] = Text("This schema."),
            ["id"] = Text("Kebab-case, the name of the file.", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
            ["version"] = Text("Raised with every change.", @"^\d+\.\d+\.\d+$"),
            ["status"] = OneOf("Whether the card is decided at all.", CardReader.Statuses.Keys),
            ["origin"] = OneOf("core: the sources that the project was made from; beyond: other published guidance.", CardReader.Origins.Keys),
            ["title"] = Text("Short name in lists."),
            ["category"] = OneOf("What the card is about.", CardReader.Categories.Keys),
            ["hooks"] = List(OneOf("Workflow moment.", HookNames.All)),
            ["indicator"] = Indicator(),
            ["summary"] = Text("One plain sentence, at most 139 characters with the longest values; {{fact}} prints a fact."),
            ["when"] = Reference("group"),
            ["unless"] = Described(Reference("group"), "Any of these that holds keeps the card silent."),
            ["appliesTo"] = Described(List(OneOf("Kind of order.", DraftCatalog.Kinds.Words.Keys)), "The orders that the card judges, one decision for each; elsewhere than at orders it is about the patient."),
            ["requires"] = List(Text("Id of a card whose conditions must hold.")),
            ["onlyBesideInfo"] = Flag("Silent beside any card above information."),
            ["excludedBy"] = List(Text("Id of a card whose conditions must not hold.")),
            ["yieldsTo"] = List(Text("Id of a card that silences this one when it fires.")),
            ["variants"] = List(Reference("variant")),
            ["detail"] = Detail(),
            ["suggestions"] = Suggestions(),
            ["selection"] = OneOf("How many suggestions may be taken.", CardReader.Selections.Keys),
            ["overrideReasons"] = List(Text("Extra code of override-reasons.json; the standard ones are added to every warning.")),
            ["evidence"] = List(Text("Key of evidence.json.")),
            ["speaksFor"] = List(Text("Id of recommendations.json that the card carries to the clinician.")),
            ["lastReviewDate"] = Described(new() { ["type"] = "string", ["format"] = "date" }, "Day of the last clinical review."),
            [SettingReader.Member] = new JsonObject
            {
                ["description"] = "Limits that a site may set for itself; criteria and wording name them instead of a number.",
                ["type"] = "object",
                ["additionalProperties"] = Object(
                    "One limit.",
                    ("title", Text("What it means.")), ("value", Number()), ("unit", Text("Unit, none for a plain number.")),
                    ("from", Number()), ("to", Number())),
            },
            ["merges"] = Object("Makes this the one card for all fired cards of a category.", ("category", OneOf("Category.", CardReader.Categories.Keys)), ("moreThan", Integer())),
            ["namesWhatIsMissing"] = Flag("Makes this the card that names what could not be read."),
        },
        ["$defs"] = new JsonObject
        {
            ["group"] = Group(),
            ["variant"] = Object(
                "Another wording or urgency; the first that holds wins.",
                ("name", Text("Unique in the card.")), ("when", Reference("group")), ("indicator", Indicator()), ("summary", Text("As of the card.")),
                ("detail", Detail()), ("suggestions", Suggestions())),
        },
    };

    /// <summary>Facts as keys; each offers the questions of its kind.</summary>
    private static JsonObject Group()
    {
        var properties = new JsonObject
        {
            [CriterionReader.AnyOf] = Described(List(Reference("group")), "One of these groups holds."),
        };
        foreach (var fact in FactCatalog.All.OrderBy(fact => fact.Name, StringComparer.Ordinal))
            properties[fact.Name] = Described(Question(fact), fact.Title);
        return new()
        {
            ["type"] = "object",
            ["description"] = "All of these hold.",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
    }

    private static JsonObject Question(FactDefinition fact)
    {
        var words = fact.Words.Keys.Order(StringComparer.Ordinal).ToImmutableArray();
        var properties = new JsonObject();
        foreach (var word in CriterionReader.Words(fact.Kind))
            if (word != "unit" || fact.Unit is { Length: > 0 } || fact.Kind == FactKind.Date)
                properties[word] = word switch
                {
                    "recorded" => Flag("Whether anything about it stands in the record."),
                    "orUnknown" => Flag("Lets an unknown pass."),
                    "in" or "notIn" => List(OneOf("Value.", words)),
                    "unit" => fact.Kind == FactKind.Date
                        ? OneOf("In what the time since that day is counted.", CriterionReader.AgeUnits.Keys)
                        : OneOf("Unit of the limit.", [fact.Unit!]),
                    "is" or "isNot" or "includes" or "excludes" => OneOf("Value.", words),
                    _ => new JsonObject { ["type"] = new JsonArray("number", "string") },
                };
        return new() { ["type"] = "object", ["additionalProperties"] = false, ["minProperties"] = 1, ["properties"] = properties };
    }

    private static JsonObject Detail() => List(new()
    {
        ["anyOf"] = new JsonArray(
            Text("A paragraph; a phrase in [[double brackets]] is dropped when a fact in it is unknown."),
            Object("A paragraph under a condition.", ("when", Reference("group")), ("text", Text("The paragraph.")))),
    });

    private static JsonObject Suggestions() => List(Object(
        "Something to order, or to do with the order in question.",
        ("label", Text("What the button says.")), ("orders", List(Text("Name of a file in orders/."))),
        ("removesDraft", Flag("Takes the order in question back.")),
        ("changesDraft", Object(
            "Changes the order in question.",
            ("note", Text("Added to its notes.")), ("moveTo", Text("The fact that tells the day it is moved to.")),
            ("dosageOf", Text("Name of a file in orders/ whose dosage it gets.")))),
        ("recommended", Flag("Shown as preselected.")), ("when", Reference("group"))));

    private static JsonObject Indicator() => OneOf("Urgency.", WordingReader.Indicators.Keys);

    private static JsonObject Object(string description, params ReadOnlySpan<(string Name, JsonNode Schema)> properties)
    {
        var members = new JsonObject();
        foreach (var (name, schema) in properties)
            members[name] = schema;
        return new() { ["description"] = description, ["type"] = "object", ["additionalProperties"] = false, ["properties"] = members };
    }

    private static JsonObject Text(string description, string? pattern = null)
    {
        var text = new JsonObject { ["description"] = description, ["type"] = "string" };
        if (pattern is not null)
            text["pattern"] = pattern;
        return text;
    }

    private static JsonObject OneOf(string description, IEnumerable<string> words) =>
        new() { ["description"] = description, ["enum"] = Words([.. words.Order(StringComparer.Ordinal)]) };

    private static JsonObject Flag(string description) => new() { ["description"] = description, ["type"] = "boolean" };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Integer() => new() { ["type"] = "integer", ["minimum"] = 1 };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }

    private static JsonArray Words(params ReadOnlySpan<string> words)
    {
        var list = new JsonArray();
        foreach (var word in words)
            list.Add(word);
        return list;
    }
}
