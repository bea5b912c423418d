using System.Text.Json;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>A call about a sample as written, without server and prefetch.</summary>
/// <param name="Hook">Such as <c>order-sign</c>; the file is named for it.</param>
internal sealed record SampleCall(string Hook, JsonElement Json);
