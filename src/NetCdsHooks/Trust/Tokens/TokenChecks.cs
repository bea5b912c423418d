using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>All that can be checked before a key is needed (J-19). Asks nobody.</summary>
internal sealed class TokenChecks(TimeProvider time)
{
    /// <summary>How far clocks may differ.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <param name="addresses">Values of <c>aud</c> that name what is called.</param>
    /// <returns>The client that the token claims to come from.</returns>
    /// <exception cref="TokenRefused">It is not acceptable, whoever signed it.</exception>
    internal Client Check(ClientToken token, ClientRegistry registry, IReadOnlyCollection<string> addresses)
    {
        var client = registry.Find(token.Issuer) ?? throw new TokenRefused("nobody is registered under its iss");
        if (!client.Algorithms.Contains(token.Algorithm))
            throw new TokenRefused($"alg is not one of this client's: {string.Join(", ", client.Algorithms.Order(StringComparer.Ordinal))}");
        if (token.Jku is not null && token.Jku != client.Jku)
            throw new TokenRefused("jku is not the one that is registered with this iss");
        if (!token.Audiences.Any(audience => addresses.Contains(audience) || client.Audiences.Contains(audience)))
            throw new TokenRefused("aud is neither the address called, as PublicUrl gives it, nor registered for this client");
        CheckTimes(token, client);
        if (client.Tenants is { } tenants && !(token.Tenant is { } tenant && tenants.Contains(tenant)))
            throw new TokenRefused("tenant is not one of this client's");
        return client;
    }

    private void CheckTimes(ClientToken token, Client client)
    {
        var now = time.GetUtcNow();
        if (now > token.Expires + Skew)
            throw new TokenRefused("it had expired");
        if (token.IssuedAt > now + Skew)
            throw new TokenRefused("iat lies in the future");
        if (token.NotBefore > now + Skew)
            throw new TokenRefused("nbf lies in the future");
        var life = token.Expires - token.IssuedAt;
        if (life < TimeSpan.Zero || life > client.TokenLife)
            throw new TokenRefused($"from iat to exp it is not 0 to {client.TokenLife.TotalSeconds} s");
    }
}
