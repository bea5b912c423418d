namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A drug.</summary>
internal sealed record DrugKind(string Name, string Code, DrugGroup Group)
{
    public override string ToString() => $"{Name} ({Code})";
}
