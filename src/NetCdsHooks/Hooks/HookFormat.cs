using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Hooks;

/// <summary>How CDS Hooks messages are read and written. What is written holds no null (G-02).</summary>
internal static class HookFormat
{
    /// <summary>Deepest nesting of a call.</summary>
    internal const int MaxDepth = 64;

    /// <summary>For calls; resources inside are read as <see cref="FhirJson"/> reads them.</summary>
    internal static JsonTypeInfo<HookRequestBody> Request { get; } = (JsonTypeInfo<HookRequestBody>)ReadOptions().GetTypeInfo(typeof(HookRequestBody));

    /// <summary>For answers, which are JSON and never part of a page, so that <c>&amp;</c> and <c>&gt;</c> may stay as they are.</summary>
    internal static HookJson Answer { get; } = new(new JsonSerializerOptions(HookJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static JsonSerializerOptions ReadOptions() => new(FhirJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(FhirJson.Default, HookJson.Default),
        MaxDepth = MaxDepth,
    };
}
