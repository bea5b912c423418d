using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Api;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Hooks;

/// <summary>From the context of a call to what its hook requires (CDS Hooks H-01 to H-08).</summary>
internal static class ContextReader
{
    private const string Reference = "a reference such as ServiceRequest/123";

    /// <exception cref="Refusal">400, naming the member.</exception>
    internal static HookContext Read(Hook hook, HookContextBody body)
    {
        var context = new HookContext(
            hook == Hook.OrderDispatch ? body.UserId : HookRequestParser.Required(body.UserId, "context.userId"),
            PlainId(HookRequestParser.Required(body.PatientId, "context.patientId"), "Patient", "context.patientId"),
            EncounterOf(hook, body.EncounterId));
        return hook switch
        {
            Hook.OrderSelect => WithOrders(context, body, ReferencesIn(body.Selections, "context.selections")),
            Hook.OrderSign => WithOrders(context, body, null),
            Hook.OrderDispatch => WithDispatched(context, body),
            Hook.AppointmentBook => DraftReader.Read(context, body.Appointments, "context.appointments", null),
            Hook.ProblemListItemCreate => context with { NewConditions = DraftReader.Resources(body.Conditions, "context.conditions") },
            Hook.PatientView or Hook.EncounterStart or Hook.EncounterDischarge => context,
            _ => throw new ArgumentOutOfRangeException(nameof(hook), hook, null),
        };
    }

    private static HookContext WithOrders(HookContext context, HookContextBody body, ImmutableArray<string>? selections) =>
        DraftReader.Read(context, body.DraftOrders, "context.draftOrders", selections);

    /// <summary>The hook has had three sets of names; the last is preferred (H-08).</summary>
    private static HookContext WithDispatched(HookContext context, HookContextBody body)
    {
        HookRequestParser.Required(body.Performer, "context.performer");
        return context with
        {
            Dispatched = body.DispatchedOrders.ValueKind != JsonValueKind.Undefined ? ReferencesIn(body.DispatchedOrders, "context.dispatchedOrders")
                : body.DispatchedOrdersBefore.ValueKind != JsonValueKind.Undefined ? ReferencesIn(body.DispatchedOrdersBefore, "context.dispatched-orders")
                : body.Order.ValueKind != JsonValueKind.Undefined ? [ReferenceIn(body.Order, "context.order")]
                : throw Refusal.BadMember("context.dispatchedOrders", Refusal.Missing, $"a list of references, each {Reference}"),
        };
    }

    private static string? EncounterOf(Hook hook, string? encounter)
    {
        if (hook is Hook.EncounterStart or Hook.EncounterDischarge)
            HookRequestParser.Required(encounter, "context.encounterId");
        return string.IsNullOrWhiteSpace(encounter) ? null : PlainId(encounter, "Encounter", "context.encounterId");
    }

    private static string PlainId(string text, string type, string member) =>
        FhirId.Plain(text, type) ?? throw Refusal.BadMember(member, "another text", FhirId.Accepted);

    private static ImmutableArray<string> ReferencesIn(JsonElement list, string member) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Take(DraftReader.MostOrders + 1).Select((item, index) => ReferenceIn(item, $"{member}[{index}]")).Distinct()]
            : throw Refusal.BadMember(member, DraftReader.Found(list), $"a list of references, each {Reference}");

    private static string ReferenceIn(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.String && item.GetString() is { } text && FhirId.IsReference(text)
            ? text
            : throw Refusal.BadMember(member, DraftReader.Found(item), Reference);
}
