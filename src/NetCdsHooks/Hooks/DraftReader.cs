using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Hooks;

/// <summary>Reads the resources that a call carries in its context.</summary>
internal static class DraftReader
{
    /// <summary>More would make one call cost as much as many.</summary>
    internal const int MostOrders = 500;

    /// <summary>Orders as FHIR called them before R4.</summary>
    private static readonly ImmutableArray<string> OtherVersions = ["MedicationOrder", "MedicationPrescription", "ProcedureRequest", "DiagnosticOrder", "ReferralRequest"];

    /// <param name="context">The rest of the context.</param>
    /// <param name="bundle">The orders or appointments.</param>
    /// <param name="member">What the call names them.</param>
    /// <param name="selections">The references that are judged; null judges all.</param>
    internal static HookContext Read(HookContext context, JsonElement bundle, string member, ImmutableArray<string>? selections)
    {
        var drafts = ImmutableArray.CreateBuilder<DraftOrder>();
        var companions = ImmutableArray.CreateBuilder<Resource>();
        foreach (var (resource, json, address) in EntriesOf(bundle, member))
            if (resource is Medication)
                companions.Add(resource.Id is null ? resource with { Id = address } : resource);
            else
                drafts.Add(new(resource, selections is not { } chosen || chosen.Contains(resource.Self)) { Json = json });
        foreach (var missing in (selections ?? []).Where(reference => drafts.All(draft => draft.Resource.Self != reference)))
            drafts.Add(DraftOrder.OutOfReach(missing, NeedGap.NotSupplied));
        return context with { Drafts = drafts.ToImmutable(), Companions = companions.ToImmutable() };
    }

    internal static ImmutableArray<Resource> Resources(JsonElement bundle, string member) =>
        [.. EntriesOf(bundle, member).Select(entry => entry.Resource)];

    /// <summary>What stands in the place of something else, in words that hold nothing of it.</summary>
    internal static string Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => Refusal.Missing,
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static List<(Resource Resource, JsonElement Json, string? Address)> EntriesOf(JsonElement bundle, string member)
    {
        const string accepted = "a FHIR R4 Bundle";
        if (bundle.ValueKind != JsonValueKind.Object)
            throw Refusal.BadMember(member, Found(bundle), accepted);
        if (TextOf(bundle, "resourceType") != "Bundle")
            throw Refusal.BadMember(member, "another object", accepted);
        var entries = new List<(Resource, JsonElement, string?)>();
        if (!bundle.TryGetProperty("entry", out var list) || list.ValueKind != JsonValueKind.Array)
            return entries;
        if (list.GetArrayLength() > MostOrders)
            throw Refusal.BadMember($"{member}.entry", $"more than {MostOrders} entries", $"at most {MostOrders}");
        foreach (var (index, entry) in list.EnumerateArray().Index())
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var resource))
                entries.Add((ReadOne(resource, $"{member}.entry[{index}].resource"), resource, TextOf(entry, "fullUrl")));
        return entries;
    }

    private static Resource ReadOne(JsonElement json, string member)
    {
        if (TextOf(json, "resourceType") is { } type && OtherVersions.Contains(type))
            throw Refusal.BadMember(member, $"{type}, which is of another FHIR version", "resources of FHIR R4");
        return json.Deserialize(FhirJson.Default.Resource) ?? new UnreadableResource(null, "nothing");
    }

    private static string? TextOf(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
