using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>All clients that may call; immutable, replaced whole.</summary>
internal sealed class ClientRegistry
{
    private readonly FrozenDictionary<string, Client> _byIssuer;

    private ClientRegistry(ImmutableArray<Client> clients)
    {
        Clients = clients;
        _byIssuer = clients.ToFrozenDictionary(client => client.Issuer, StringComparer.Ordinal);
    }

    internal ImmutableArray<Client> Clients { get; }

    /// <summary>Null when nobody is registered under that <c>iss</c>.</summary>
    internal Client? Find(string issuer) => _byIssuer.GetValueOrDefault(issuer);

    /// <param name="file">The clients file.</param>
    /// <param name="isDevelopment">Allows plain http on loopback, and the public sandbox.</param>
    /// <param name="overrideCodes">The codes that cards offer; null when they are not known.</param>
    /// <exception cref="RegistryException">With every fault of the file.</exception>
    internal static ClientRegistry Load(KnowledgeFile file, bool isDevelopment, IReadOnlySet<string>? overrideCodes = null)
    {
        var problems = new ProblemList();
        ImmutableArray<Client> clients =
            ClientsReader.Read(file, problems) is { } config ? new ClientValidator(isDevelopment, overrideCodes).Check(config, problems, file.Path) : [];
        return problems.Count == 0 ? new(clients) : throw new RegistryException(problems.ToImmutable());
    }
}
