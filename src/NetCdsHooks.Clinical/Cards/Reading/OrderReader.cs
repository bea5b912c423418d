using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Reads <c>orders/*.order.json</c>: what suggestions create.</summary>
internal static class OrderReader
{
    private static readonly ImmutableArray<string> Types = ["ServiceRequest", "MedicationRequest", "Appointment"];

    /// <summary>These are filled in for each patient.</summary>
    private static readonly ImmutableArray<string> Frame =
        ["id", "status", "intent", "subject", "participant", "authoredOn", "requester", "reasonReference", "note", "comment", "encounter"];

    internal static ImmutableDictionary<string, OrderTemplate> Read(
        IEnumerable<KnowledgeFile> files, ConceptLibrary concepts, ProblemList problems)
    {
        var orders = ImmutableDictionary.CreateBuilder<string, OrderTemplate>();
        foreach (var file in files.Ending(FolderReader.OrderSuffix))
            if (JsonNodeReader.Open(file, problems)?.Object("$schema", "label", "resource") is { } members
                && members.Required("label")?.Text() is { } label
                && members.Required("resource") is { } resource
                && ReadResource(FolderReader.Stem(file, FolderReader.OrderSuffix), label, resource, concepts) is { } order)
                orders[order.Key] = order;
        return orders.ToImmutable();
    }

    private static OrderTemplate? ReadResource(string key, string label, JsonNodeReader node, ConceptLibrary concepts)
    {
        string? type = null;
        var elements = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonElement>>();
        foreach (var (name, element) in node.Members())
            if (name == "resourceType")
                type = element.Text();
            else if (Frame.Contains(name))
                element.Reject("no such element: it is filled in for each patient", $"\"{name}\"");
            else
            {
                CheckCodes(element, concepts);
                elements.Add(new(name, element.Value));
            }

        if (type is null || !Types.Contains(type))
        {
            node.Reject($"resourceType {string.Join(", ", Types)}", $"resourceType \"{type}\"");
            return null;
        }

        return new(key, label, type, elements.DrainToImmutable());
    }

    /// <summary>A code that was never verified must not be ordered.</summary>
    private static void CheckCodes(JsonNodeReader node, ConceptLibrary concepts)
    {
        switch (node.Value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in node.Items())
                    CheckCodes(item, concepts);
                break;
            case JsonValueKind.Object:
                foreach (var (_, member) in node.Members())
                    CheckCodes(member, concepts);
                if (concepts.IsUnverified(new(TextOf(node, "system"), TextOf(node, "code"))))
                    node.Reject("a verified code, or text alone", $"the unverified code {TextOf(node, "code")}");
                break;
            default:
                break;
        }
    }

    private static string? TextOf(JsonNodeReader node, string name) =>
        node.Value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
