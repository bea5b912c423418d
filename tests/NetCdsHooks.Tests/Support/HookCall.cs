using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>A valid call of patient-view for an invented patient, which a test then changes.</summary>
internal sealed class HookCall
{
    internal const string Patient = "pat-778";
    internal const string Token = "opaque-secret-token";

    internal HookCall()
        : this(new()
        {
            ["hook"] = "patient-view",
            ["hookInstance"] = "8a0c2c0e-5d6b-4c53-9f0f-6d0f2b7c9a11",
            ["context"] = new JsonObject { ["userId"] = "Practitioner/doc-1", ["patientId"] = Patient, ["encounterId"] = "enc-9" },
        })
    {
    }

    /// <summary>A call as written, with nothing prefetched yet.</summary>
    internal HookCall(JsonObject body)
    {
        Body = body;
        Body["prefetch"] = new JsonObject();
    }

    internal JsonObject Body { get; }

    internal string Hook => (string)Body["hook"]!;

    internal string PatientId => (string)Body["context"]!["patientId"]!;

    private JsonObject Prefetched => Body["prefetch"]!.AsObject();

    /// <summary>A patient with an active NET and nothing else in the chart, all keys answered.</summary>
    internal static HookCall ActiveTumour(ServiceHost host) => new HookCall()
        .Prefetch("patient", SomeJson.Patient())
        .Prefetch("conditions", SomeJson.Bundle(SomeJson.Tumour()))
        .PrefetchTheRest(host);

    /// <summary>A patient whose answered problem list names no NET.</summary>
    internal static HookCall NoTumour(ServiceHost host) => new HookCall()
        .Prefetch("patient", SomeJson.Patient())
        .Prefetch("conditions", SomeJson.Bundle(SomeJson.Hypertension()))
        .PrefetchTheRest(host);

    internal HookCall Prefetch(string key, JsonNode? value)
    {
        Prefetched[key] = value;
        return this;
    }

    /// <summary>Says of every key that is not yet there that it was looked up and is empty.</summary>
    internal HookCall PrefetchTheRest(ServiceHost host)
    {
        foreach (var key in host.Keys.Where(key => !Prefetched.ContainsKey(key)))
            Prefetched[key] = null;
        return this;
    }

    internal HookCall WithoutPrefetch(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            Prefetched.Remove(key).Should().BeTrue("{0} must be there to be removed", key);
        return this;
    }

    internal HookCall WithoutPrefetch()
    {
        Body.Remove("prefetch");
        return this;
    }

    /// <param name="member">Such as <c>context.patientId</c>.</param>
    internal HookCall With(string member, JsonNode? value)
    {
        Parent(member)[Name(member)] = value;
        return this;
    }

    internal HookCall Without(string member)
    {
        Parent(member).Remove(Name(member)).Should().BeTrue("{0} must be there to be removed", member);
        return this;
    }

    internal HookCall WithFhir(Uri server) => With("fhirServer", server.AbsoluteUri).With("fhirAuthorization", new JsonObject
    {
        ["access_token"] = Token,
        ["token_type"] = "Bearer",
        ["expires_in"] = 300,
        ["scope"] = "patient/*.read",
        ["subject"] = "net-cds",
        ["patient"] = (string?)Body["context"]?["patientId"],
    });

    private JsonObject Parent(string member) =>
        member.Split('.')[..^1].Aggregate(Body, (parent, name) => parent[name]!.AsObject());

    private static string Name(string member) => member.Split('.')[^1];
}
