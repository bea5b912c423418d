using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Cards.Examples;

/// <summary>Builds the FHIR R4 resource for one line of a chart.</summary>
internal sealed partial class ChartResource(JsonElement line, string patientId, DateOnly today)
{
    private static readonly Dictionary<string, string> Systems = new()
    {
        ["loinc"] = "http://loinc.org",
        ["snomed"] = "http://snomed.info/sct",
        ["icd-10-cm"] = "http://hl7.org/fhir/sid/icd-10-cm",
        ["icd-o-3"] = "http://terminology.hl7.org/CodeSystem/icd-o-3",
        ["rxnorm"] = "http://www.nlm.nih.gov/research/umls/rxnorm",
        ["atc"] = "http://www.whocc.no/atc",
        ["hcpcs"] = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        ["net-service"] = "http://netcdshooks.example/CodeSystem/net-service",
        ["category"] = "http://terminology.hl7.org/CodeSystem/v2-0074",
        ["local"] = "http://hospital.example/codes",
    };

    private readonly string _kind = line.EnumerateObject().First().Name;

    /// <summary>With an id, and about the patient.</summary>
    internal JsonObject Build()
    {
        var resource = BuildParts();
        resource["id"] ??= Id;
        if (_kind is not ("patient" or "appointment" or "relative"))
            resource["subject"] ??= new JsonObject { ["reference"] = $"Patient/{patientId}" };
        return resource;
    }

    private JsonObject BuildParts() => _kind switch
    {
        "condition" => Condition(),
        "observation" => Observation(),
        "report" => Report(),
        "imaging" => Imaging(),
        "procedure" => Procedure(),
        "medication" => Medication("MedicationRequest", "active"),
        "medicationTaken" => Medication("MedicationStatement", "active"),
        "doseGiven" => Medication("MedicationAdministration", "completed"),
        "order" => Order(),
        "appointment" => Appointment(),
        "careplan" => CarePlan(),
        "relative" => Relative(),
        "patient" => Patient(),
        "resource" => JsonObject.Create(line.GetProperty("resource"))!,
        _ => throw new FormatException($"\"{_kind}\" is no kind of chart line."),
    };

    /// <summary>Different lines are different resources, the same line is the same.</summary>
    private string Id => $"{_kind}-{(uint)StableHash(line.GetRawText()):x8}";

    private JsonObject Patient()
    {
        var patient = JsonObject.Create(line.GetProperty("patient"))!;
        patient["resourceType"] = "Patient";
        patient["id"] = patientId;
        return patient;
    }

    private JsonObject Condition() => Clean(new()
    {
        ["resourceType"] = "Condition",
        ["clinicalStatus"] = Status("http://terminology.hl7.org/CodeSystem/condition-clinical", Text("status")),
        ["verificationStatus"] = Status("http://terminology.hl7.org/CodeSystem/condition-ver-status", Text("verification")),
        ["code"] = Code("condition"),
        ["bodySite"] = List(Code("site")),
        ["onsetDateTime"] = Date("on"),
        ["abatementDateTime"] = Date("until"),
        ["recordedDate"] = Date("on"),
        ["note"] = Note(),
        ["stage"] = Text("stage") is null ? null : List(new JsonObject { ["summary"] = Code("stage"), ["type"] = Code("stageType") }),
        ["extension"] = Text("histology") is null ? null : List(new JsonObject
        {
            ["url"] = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior",
            ["valueCodeableConcept"] = Code("histology"),
        }),
    });

    private JsonObject Observation()
    {
        var resource = Clean(new()
        {
            ["resourceType"] = "Observation",
            ["status"] = Text("status") ?? "final",
            ["code"] = Code("observation"),
            ["effectiveDateTime"] = Date("on"),
            ["bodySite"] = Code("site"),
            ["method"] = Code("method"),
            ["note"] = Note(),
            ["specimen"] = Text("specimen") is { } specimen ? new JsonObject { ["display"] = specimen } : null,
            ["focus"] = Text("focus") is { } focus ? List(new JsonObject { ["reference"] = focus }) : null,
            ["interpretation"] = Text("interpretation") is { } flag
                ? List(Status("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", flag)) : null,
            ["dataAbsentReason"] = Status("http://terminology.hl7.org/CodeSystem/data-absent-reason", Text("absent")),
            ["referenceRange"] = Text("high") is { } high ? List(new JsonObject { ["high"] = Quantity(high) }) : null,
        });
        if (Text("value") is { } value)
            AddValue(resource, value);
        return resource;
    }

    private JsonObject Report() => Clean(new()
    {
        ["resourceType"] = "DiagnosticReport",
        ["status"] = Text("status") ?? "final",
        ["category"] = Text("category") is { } category ? List(CodeOf($"category|{category}")) : null,
        ["code"] = Code("report"),
        ["effectiveDateTime"] = Date("on"),
        ["conclusion"] = Text("conclusion"),
    });

    private JsonObject Imaging() => Clean(new()
    {
        ["resourceType"] = "ImagingStudy",
        ["status"] = Text("status") ?? "available",
        ["started"] = Date("on"),
        ["modality"] = new JsonArray([.. Text("imaging")!.Split('+').Select(code => new JsonObject
        {
            ["system"] = "http://dicom.nema.org/resources/ontology/DCM", ["code"] = code,
        })]),
        ["description"] = Text("description"),
        ["series"] = Text("region") is { } region ? List(new JsonObject { ["bodySite"] = CodingOf(region) }) : null,
    });

    private JsonObject Procedure() => Clean(new()
    {
        ["resourceType"] = "Procedure",
        ["status"] = Text("status") ?? "completed",
        ["code"] = Code("procedure"),
        ["performedDateTime"] = Date("on"),
        ["bodySite"] = List(Code("site")),
        ["outcome"] = Code("outcome"),
        ["note"] = Note(),
    });

    private JsonObject Medication(string type, string status) => Clean(new()
    {
        ["resourceType"] = type,
        ["status"] = Text("status") ?? status,
        ["intent"] = type == "MedicationRequest" ? "order" : null,
        ["medicationCodeableConcept"] = Code(_kind),
        ["authoredOn"] = type == "MedicationRequest" ? Date("on") : null,
        ["effectivePeriod"] = type == "MedicationStatement" ? Clean(new() { ["start"] = Date("on"), ["end"] = Date("until") }) : null,
        ["effectiveDateTime"] = type == "MedicationAdministration" ? Date("on") : null,
        ["dosageInstruction"] = type == "MedicationRequest" && Text("dose") is { } dose ? List(new JsonObject { ["text"] = dose }) : null,
        ["dosage"] = type == "MedicationAdministration" && Text("dose") is { } given ? new JsonObject { ["text"] = given } : null,
        ["dispenseRequest"] = type == "MedicationRequest" && Date("until") is { } end
            ? new JsonObject { ["validityPeriod"] = new JsonObject { ["end"] = end } } : null,
        ["note"] = Note(),
    });

    private JsonObject Order() => Clean(new()
    {
        ["resourceType"] = "ServiceRequest",
        ["status"] = Text("status") ?? "active",
        ["intent"] = Text("intent") ?? "order",
        ["category"] = List(Code("category")),
        ["code"] = Code("order"),
        ["orderDetail"] = List(Code("detail")),
        ["bodySite"] = List(Code("site")),
        ["occurrenceDateTime"] = Date("on"),
    });

    private JsonObject Appointment() => Clean(new()
    {
        ["resourceType"] = "Appointment",
        ["status"] = Text("status") ?? "booked",
        ["serviceType"] = List(Code("appointment")),
        ["description"] = Text("description"),
        ["start"] = Date("on") is { } day ? $"{day}T09:00:00Z" : null,
        ["participant"] = List(new JsonObject { ["actor"] = new JsonObject { ["reference"] = $"Patient/{patientId}" } }),
    });

    private JsonObject CarePlan() => Clean(new()
    {
        ["resourceType"] = "CarePlan",
        ["status"] = Text("status") ?? "completed",
        ["intent"] = "plan",
        ["title"] = Text("careplan"),
        ["period"] = Clean(new() { ["start"] = Date("on") }),
        ["note"] = Note(),
    });

    /// <summary>A relative and what they have; "none" is no disease.</summary>
    private JsonObject Relative() => Clean(new()
    {
        ["resourceType"] = "FamilyMemberHistory",
        ["status"] = Text("status") ?? "completed",
        ["patient"] = new JsonObject { ["reference"] = $"Patient/{patientId}" },
        ["relationship"] = new JsonObject { ["text"] = "relative" },
        ["date"] = Date("on"),
        ["condition"] = Text("relative") is { } disease and not "none" ? List(new JsonObject { ["code"] = CodeOf(disease) }) : null,
        ["note"] = Note(),
    });

    private string? Text(string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private JsonNode? Code(string name) => Text(name) is { } text ? CodeOf(text) : null;

    private JsonArray? Note() => Text("note") is { } note ? List(new JsonObject { ["text"] = note }) : null;

    private static JsonObject CodeOf(string text)
    {
        if (!text.Contains('|'))
            return new() { ["text"] = text };
        var coding = CodingOf(text);
        return text.Split('|') is [_, _, var wording]
            ? new() { ["coding"] = List(coding), ["text"] = wording }
            : new() { ["coding"] = List(coding) };
    }

    private static JsonObject CodingOf(string text) => text.Split('|') is [var system, var code, ..]
        ? new() { ["system"] = Systems.TryGetValue(system, out var uri) ? uri : system, ["code"] = code }
        : new() { ["display"] = text };

    /// <summary>A day as written, or counted from today: <c>-100 days</c>, <c>-6 months</c>.</summary>
    private string? Date(string name)
    {
        if (Text(name) is not { } text || RelativePattern().Match(text) is not { Success: true } match)
            return Text(name);
        var count = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var day = match.Groups[2].Value == "day" ? today.AddDays(count) : today.AddMonths(count);
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static void AddValue(JsonObject resource, string value)
    {
        if (value.Contains('|'))
            resource["valueCodeableConcept"] = CodeOf(value);
        else if (QuantityPattern().IsMatch(value))
            resource["valueQuantity"] = Quantity(value);
        else
            resource["valueString"] = value.TrimStart('\'');
    }

    /// <summary>Such as <c>4 %</c>, <c>&lt;2 %</c>, <c>60 ug/L</c>, <c>1</c>.</summary>
    private static JsonObject Quantity(string text)
    {
        var match = QuantityPattern().Match(text);
        if (!match.Success)
            throw new FormatException($"\"{text}\" is no quantity such as \"60 ug/L\".");
        return Clean(new()
        {
            ["comparator"] = match.Groups[1] is { Length: > 0 } comparator ? comparator.Value : null,
            ["value"] = decimal.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture),
            ["unit"] = match.Groups[3] is { Length: > 0 } unit ? unit.Value : null,
        });
    }

    private static JsonObject? Status(string system, string? code) =>
        code is null ? null : new JsonObject { ["coding"] = List(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonArray? List(JsonNode? item) => item is null ? null : new JsonArray(item);

    private static JsonObject Clean(JsonObject parts)
    {
        foreach (var empty in parts.Where(part => part.Value is null or JsonObject { Count: 0 }).Select(part => part.Key).ToArray())
            parts.Remove(empty);
        return parts;
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, sign) => unchecked((hash * 31) + sign));

    [GeneratedRegex(@"^([+-]\d+) (day|month)s?$")]
    private static partial Regex RelativePattern();

    [GeneratedRegex(@"^(<=|>=|<|>)?\s*(\d+(?:\.\d+)?)(?:\s+(\S+)|(%))?$")]
    private static partial Regex QuantityPattern();
}
