using System.Text.Json.Serialization;

namespace NetCdsHooks.Hooks;

/// <summary>The shapes of CDS Hooks messages; <see cref="HookFormat"/> says how they are read and written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HookRequestBody))]
[JsonSerializable(typeof(Discovery))]
[JsonSerializable(typeof(CdsResponse))]
[JsonSerializable(typeof(OutcomeBody))]
internal sealed partial class HookJson : JsonSerializerContext;
