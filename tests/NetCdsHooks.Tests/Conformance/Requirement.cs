using System.Text.Json;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>A rule that a CDS service keeps to.</summary>
/// <param name="Id">Such as <c>J-14</c>: a letter for the chapter, and a number.</param>
/// <param name="Level">SHALL to MAY as the specification has it; FACT where it breaks a service that ignores it, BP for best practice, PROJ for our own.</param>
/// <param name="Text">In a few words.</param>
/// <param name="NotApplicable">Why no test is needed; null for all others.</param>
internal sealed record Requirement(string Id, string Level, string Text, string? NotApplicable)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    internal static IReadOnlyList<Requirement> All { get; } =
        JsonSerializer.Deserialize<Requirement[]>(File.ReadAllText(Repository.PathOf("tests", "NetCdsHooks.Tests", "Conformance", "requirements.json")), Strict)!;
}
