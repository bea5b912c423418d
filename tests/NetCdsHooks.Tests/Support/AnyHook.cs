using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Tests.Support;

/// <summary>A valid call of every hook that a service answers, for a patient with a functioning ileal NET, on the cards that ship.</summary>
public sealed class AnyHook : IDisposable
{
    private static readonly Lazy<HookServices> Cards = new(() => HookServices.Load(TestKnowledge.Files(), []));

    private readonly ServiceHost _host = new ServiceHost()
        .With("NetCdsHooks:CardFolder", Repository.PathOf("cds-cards"))
        .With(services => services.AddSingleton<KnowledgeLoader>((_, _) => Cards.Value));

    /// <summary>The members of the context that a hook requires, and those that it may have (CDS Hooks, hook library).</summary>
    internal static IReadOnlyList<(string Hook, string[] Required, string[] Optional, string[] Users)> All { get; } =
    [
        ("patient-view", ["userId", "patientId"], ["encounterId"], ["Practitioner", "PractitionerRole", "Patient", "RelatedPerson"]),
        ("order-select", ["userId", "patientId", "selections", "draftOrders"], ["encounterId"], ["Practitioner", "PractitionerRole"]),
        ("order-sign", ["userId", "patientId", "draftOrders"], ["encounterId"], ["Practitioner", "PractitionerRole"]),
        ("order-dispatch", ["patientId", "dispatchedOrders", "performer"], ["fulfillmentTasks"], []),
        ("appointment-book", ["userId", "patientId", "appointments"], ["encounterId"], ["Practitioner", "PractitionerRole", "Patient", "RelatedPerson"]),
        ("encounter-start", ["userId", "patientId", "encounterId"], [], ["Practitioner", "PractitionerRole"]),
        ("encounter-discharge", ["userId", "patientId", "encounterId"], [], ["Practitioner", "PractitionerRole"]),
        ("problem-list-item-create", ["userId", "patientId", "conditions"], ["encounterId"], ["Practitioner", "PractitionerRole"]),
    ];

    internal HookService Service(string hook) => _host.Services.GetRequiredService<KnowledgeStore>().Current.Find($"net-{hook}")!;

    /// <summary>With all that the hook requires and allows; the record holds the tumour, its syndrome and no more.</summary>
    internal HookCall Call(string hook)
    {
        var call = new HookCall().With("hook", hook).With("context", Context(hook))
            .Prefetch("patient", SomeJson.Patient())
            .Prefetch("conditions", SomeJson.Bundle(SomeJson.Tumour(), Condition("cs-1", "E34.00")));
        foreach (var query in Service(hook).Queries.Where(query => query.Key is not ("patient" or "conditions")))
            call.Prefetch(query.Key, null);
        return call;
    }

    /// <summary>The same for a patient who has no NET.</summary>
    internal HookCall CallWithoutTumour(string hook) => Call(hook).Prefetch("conditions", SomeJson.Bundle(SomeJson.Hypertension()));

    internal Task<Answer> Post(HookCall call) => Post((string)call.Body["hook"]!, call.Body.ToJsonString());

    internal Task<Answer> Post(string hook, string body) => _host.Post(body, path: $"/cds-services/net-{hook}");

    internal static JsonObject Operation(string id = "op-1") => Order(id, "359571009", "Right hemicolectomy");

    internal static JsonObject Scan(string id = "ct-1") => Order(id, "77477000", "CT abdomen");

    internal static JsonObject Drug(string id, string name, string status = "draft") => new()
    {
        ["resourceType"] = "MedicationRequest",
        ["id"] = id,
        ["status"] = status,
        ["intent"] = "order",
        ["subject"] = Reference,
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = name },
        ["authoredOn"] = "2026-11-01",
    };

    internal static JsonObject Condition(string id, string code)
    {
        var condition = SomeJson.Tumour(id: id);
        condition["code"]!["coding"]![0]!["code"] = code;
        return condition;
    }

    public void Dispose() => _host.Dispose();

    private static JsonObject Context(string hook)
    {
        var context = new JsonObject { ["patientId"] = HookCall.Patient };
        if (hook == "order-dispatch")
        {
            context["dispatchedOrders"] = new JsonArray("ServiceRequest/ct-1");
            context["performer"] = "Organization/radiology";
            context["fulfillmentTasks"] = new JsonArray(new JsonObject { ["resourceType"] = "Task", ["id"] = "task-1" });
            return context;
        }

        context["userId"] = "Practitioner/doc-1";
        context["encounterId"] = "enc-9";
        if (hook == "order-select")
            context["selections"] = new JsonArray("ServiceRequest/op-1");
        if (hook is "order-select" or "order-sign")
            context["draftOrders"] = SomeJson.Bundle(Operation());
        if (hook == "appointment-book")
            context["appointments"] = SomeJson.Bundle(Visit());
        if (hook == "problem-list-item-create")
            context["conditions"] = SomeJson.Bundle(Condition("new-1", "C7B.02"));
        return context;
    }

    private static JsonObject Visit() => new()
    {
        ["resourceType"] = "Appointment",
        ["id"] = "visit-1",
        ["status"] = "proposed",
        ["serviceType"] = new JsonArray(new JsonObject { ["text"] = "Right hemicolectomy" }),
        ["start"] = "2026-11-28T08:00:00Z",
        ["participant"] = new JsonArray(new JsonObject { ["actor"] = Reference, ["status"] = "needs-action" }),
    };

    private static JsonObject Order(string id, string code, string text) => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = id,
        ["status"] = "draft",
        ["intent"] = "order",
        ["subject"] = Reference,
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = code }), ["text"] = text },
    };

    private static JsonObject Reference => new() { ["reference"] = $"Patient/{HookCall.Patient}" };
}
