namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>The history of a relative, with what it names or denies.</summary>
/// <param name="Disease">Such as <c>icd|E31.21</c>; null when it names none.</param>
/// <param name="Status">FHIR status.</param>
internal sealed record Relative(string? Disease, string Status)
{
    public override string ToString() => $"relative with {Disease ?? "nothing"}, {Status}";
}
