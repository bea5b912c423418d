using System.Collections.Immutable;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>What a token says; nothing of it is to be believed before the signature has been checked.</summary>
internal sealed record ClientToken(
    string Algorithm,
    string KeyId,
    string? Jku,
    string Issuer,
    ImmutableArray<string> Audiences,
    DateTimeOffset Expires,
    DateTimeOffset IssuedAt,
    DateTimeOffset? NotBefore,
    string Id,
    string? Tenant)
{
    public override string ToString() => nameof(ClientToken);
}
