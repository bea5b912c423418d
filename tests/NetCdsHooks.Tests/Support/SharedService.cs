namespace NetCdsHooks.Tests.Support;

/// <summary>One running service with default settings, shared by the test classes of <see cref="Name"/>.</summary>
public sealed class SharedService : IDisposable
{
    public const string Name = "Service";

    internal ServiceHost Host { get; } = new();

    public void Dispose() => Host.Dispose();
}

[CollectionDefinition(SharedService.Name)]
public sealed class SharedServiceCollection : ICollectionFixture<SharedService>;
