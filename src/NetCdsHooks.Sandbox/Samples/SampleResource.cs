using System.Text.Json;

namespace NetCdsHooks.Sandbox.Samples;

internal sealed record SampleResource(string Type, string Id, JsonElement Json);
