using System.Text.Json;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Hooks;

/// <summary>A call as it came, before anything is known of it.</summary>
internal sealed record HookRequestBody
{
    [JsonConverter(typeof(TextConverter))]
    public string? Hook { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? HookInstance { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? FhirServer { get; init; }

    public FhirAuthorizationBody? FhirAuthorization { get; init; }

    public HookContextBody? Context { get; init; }

    public Dictionary<string, Resource?>? Prefetch { get; init; }
}

internal sealed record FhirAuthorizationBody
{
    [JsonPropertyName("access_token"), JsonConverter(typeof(TextConverter))]
    public string? AccessToken { get; init; }

    [JsonPropertyName("token_type"), JsonConverter(typeof(TextConverter))]
    public string? TokenType { get; init; }

    [JsonPropertyName("expires_in"), JsonConverter(typeof(WholeNumberConverter))]
    public long? ExpiresIn { get; init; }

    [JsonPropertyName("scope"), JsonConverter(typeof(TextConverter))]
    public string? Scope { get; init; }

    [JsonPropertyName("subject"), JsonConverter(typeof(TextConverter))]
    public string? Subject { get; init; }

    [JsonPropertyName("patient"), JsonConverter(typeof(TextConverter))]
    public string? Patient { get; init; }

    public override string ToString() => nameof(FhirAuthorizationBody);
}

internal sealed record HookContextBody
{
    [JsonConverter(typeof(TextConverter))]
    public string? UserId { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? PatientId { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? EncounterId { get; init; }

    public JsonElement Selections { get; init; }

    public JsonElement DraftOrders { get; init; }

    public JsonElement DispatchedOrders { get; init; }

    /// <summary>As the hook was written between its versions 1.0 and 1.1.</summary>
    [JsonPropertyName("dispatched-orders")]
    public JsonElement DispatchedOrdersBefore { get; init; }

    /// <summary>As version 1.0 of order-dispatch names its one order.</summary>
    public JsonElement Order { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? Performer { get; init; }

    public JsonElement Appointments { get; init; }

    public JsonElement Conditions { get; init; }
}
