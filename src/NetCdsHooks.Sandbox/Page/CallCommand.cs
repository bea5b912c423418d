using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Page;

/// <summary>A call to the service as a command for the shell; plain text, encoded where it is put into HTML.</summary>
/// <param name="Moment">What the clinician is doing.</param>
internal sealed record CallCommand(string Moment, string Text)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CallCommand OnOpening(string patientId, string origin) => Of(
        "patient-view",
        new JsonObject { ["userId"] = "Practitioner/demo", ["patientId"] = patientId },
        origin);

    public static CallCommand Of(SampleCall call, string origin) =>
        Of(call.Hook, JsonNode.Parse(call.Json.GetProperty("context").GetRawText())!, origin);

    private static CallCommand Of(string hook, JsonNode context, string origin)
    {
        var body = new JsonObject
        {
            ["hook"] = hook,
            ["hookInstance"] = Guid.NewGuid(),
            ["fhirServer"] = $"{origin}/fhir",
            ["context"] = context,
        };
        var data = body.ToJsonString(Compact).Replace("'", "\\u0027", StringComparison.Ordinal);
        return new(MomentOf(hook), $"curl -s '{origin}/cds-services/net-{hook}' \\\n  -H 'content-type: application/json' \\\n  -d '{data}'");
    }

    private static string MomentOf(string hook) => hook switch
    {
        "patient-view" => "The call on opening this chart",
        "order-select" => "The call on selecting orders",
        "order-sign" => "The call on signing orders",
        _ => $"The call at {hook}",
    };
}
