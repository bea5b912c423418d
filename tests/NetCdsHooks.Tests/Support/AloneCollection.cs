namespace NetCdsHooks.Tests.Support;

/// <summary>Test classes marked <c>[Collection(AloneCollection.Name)]</c> run after all others, one at a time: they measure time, memory or the connections of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
