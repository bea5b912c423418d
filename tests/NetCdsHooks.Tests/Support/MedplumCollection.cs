namespace NetCdsHooks.Tests.Support;

/// <summary>Test classes marked <c>[Collection(MedplumCollection.Name)]</c> share one <see cref="MedplumServer"/>.</summary>
[CollectionDefinition(Name)]
public sealed class MedplumCollection : ICollectionFixture<MedplumServer>
{
    public const string Name = "Medplum";
}
