using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>Reads and searches over the resources of a Bundle, as far as the queries of the service go.</summary>
internal sealed class BundleQuery(JsonNode bundle)
{
    private readonly IReadOnlyList<JsonObject> _resources =
        [.. bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!.AsObject())];

    /// <summary>What a read or a search finds.</summary>
    /// <param name="address">Relative to the server, such as <c>Observation?patient=1</c>.</param>
    public IReadOnlyList<JsonObject> Answer(string address)
    {
        var request = new RecordedRequest("GET", $"/{address}", null);
        return request.Id is not { } id ? Search(request.ResourceType, request.Parameters)
            : Read(request.ResourceType, id) is { } resource ? [resource]
            : [];
    }

    public JsonObject? Read(string type, string id) => OfType(type).FirstOrDefault(resource => Text(resource["id"]) == id);

    /// <summary>All matches, sorted; the paging parameters play no part here.</summary>
    /// <exception cref="ArgumentException">The query names a parameter that is not known here.</exception>
    public IReadOnlyList<JsonObject> Search(string type, IReadOnlyDictionary<string, string> parameters)
    {
        var found = parameters
            .Where(parameter => parameter.Key is "_id" || !parameter.Key.StartsWith('_'))
            .Aggregate(OfType(type), (left, parameter) => [.. left.Where(resource => Matches(resource, parameter.Key, parameter.Value))]);
        return parameters.GetValueOrDefault("_sort") switch
        {
            null => found,
            ['-', ..] => [.. found.OrderByDescending(DateOf, StringComparer.Ordinal)],
            _ => [.. found.OrderBy(DateOf, StringComparer.Ordinal)],
        };
    }

    private IReadOnlyList<JsonObject> OfType(string type) => [.. _resources.Where(resource => Text(resource["resourceType"]) == type)];

    private static bool Matches(JsonObject resource, string parameter, string value) => parameter switch
    {
        "_id" => value.Split(',').Contains(Text(resource["id"])),
        "patient" or "subject" => PatientsOf(resource).Contains("Patient/" + value.Split('/')[^1]),
        "status" or "intent" => value.Split(',').Contains(Text(resource[parameter])),
        "code" => HasToken([resource["code"], resource["medicationCodeableConcept"]], value),
        "category" => HasToken(Many(resource["category"]), value),
        "clinical-status" => HasToken([resource["clinicalStatus"]], value),
        "verification-status" => HasToken([resource["verificationStatus"]], value),
        "date" => IsWithin(DateOf(resource), value),
        _ => throw new ArgumentException($"The fake FHIR server does not know the search parameter '{parameter}'."),
    };

    private static IEnumerable<string?> PatientsOf(JsonObject resource) =>
        new[] { resource["subject"], resource["patient"], resource["for"] }
            .Concat(Many(resource["participant"]).Select(participant => (participant as JsonObject)?["actor"]))
            .Select(reference => Text((reference as JsonObject)?["reference"]));

    private static bool HasToken(IEnumerable<JsonNode?> concepts, string tokens)
    {
        var codings = concepts.OfType<JsonObject>()
            .SelectMany(concept => Many(concept["coding"])).OfType<JsonObject>()
            .Select(coding => (System: Text(coding["system"]), Code: Text(coding["code"])))
            .ToList();
        return tokens.Split(',').Select(token => token.Split('|')).Any(token => token is [var system, var code]
            ? codings.Contains((system, code)) || (code == "" && codings.Any(coding => coding.System == system))
            : codings.Any(coding => coding.Code == token[0]));
    }

    private static bool IsWithin(string date, string bound) => bound[..2] switch
    {
        "ge" => string.CompareOrdinal(date, bound[2..]) >= 0,
        "gt" => string.CompareOrdinal(date, bound[2..]) > 0,
        "le" => string.CompareOrdinal(date, bound[2..]) <= 0,
        "lt" => string.CompareOrdinal(date, bound[2..]) < 0,
        _ => date.StartsWith(bound.StartsWith("eq", StringComparison.Ordinal) ? bound[2..] : bound, StringComparison.Ordinal),
    };

    private static string DateOf(JsonObject resource) =>
        new[] { "effectiveDateTime", "performedDateTime", "started", "authoredOn", "recordedDate", "onsetDateTime", "start", "created", "issued" }
            .Select(name => Text(resource[name]))
            .FirstOrDefault(date => date is not null) ?? "";

    private static IEnumerable<JsonNode?> Many(JsonNode? node) => node is JsonArray array ? array : [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
