using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What an observation is about.</summary>
/// <param name="Name">In words.</param>
/// <param name="Code">Such as <c>loinc|29593-1</c>; wording alone has no bar.</param>
/// <param name="Need">The search that finds it.</param>
internal sealed record FindingKind(string Name, string Code, DataNeed Need)
{
    public override string ToString() => $"{Name} ({Code})";
}
