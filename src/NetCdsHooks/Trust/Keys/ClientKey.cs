using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace NetCdsHooks.Trust.Keys;

/// <summary>A public key of a client, with the algorithms that it may be used with.</summary>
internal sealed record ClientKey(string Id, FrozenSet<string> Algorithms, SecurityKey Key)
{
    public override string ToString() => nameof(ClientKey);
}
