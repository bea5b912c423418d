using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>Whose network an address belongs to (IANA's special-purpose registries).</summary>
internal enum AddressKind
{
    /// <summary>The internet.</summary>
    Public,

    /// <summary>A site's own network, or this machine.</summary>
    Private,

    /// <summary>Nobody's FHIR server: link-local addresses with the metadata of clouds, multicast, what is reserved or for documents.</summary>
    Forbidden,
}

/// <summary>Tells the kind of an address.</summary>
internal static class AddressKinds
{
    private static readonly ImmutableArray<IPNetwork> Private = Networks(
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    private static readonly ImmutableArray<IPNetwork> Forbidden = Networks(
        "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "::/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fe80::/10", "fec0::/10", "ff00::/8");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>An IPv4 address inside an IPv6 one is judged as what it is.</summary>
    internal static AddressKind Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Of(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (Nat64.Contains(address) || SixToFour.Contains(address)))
            return Of(new IPAddress(address.GetAddressBytes().AsSpan(Nat64.Contains(address) ? 12 : 2, 4)));
        return Forbidden.Any(network => network.Contains(address)) ? AddressKind.Forbidden
            : Private.Any(network => network.Contains(address)) ? AddressKind.Private
            : AddressKind.Public;
    }

    private static ImmutableArray<IPNetwork> Networks(params ReadOnlySpan<string> networks)
    {
        var all = ImmutableArray.CreateBuilder<IPNetwork>(networks.Length);
        foreach (var network in networks)
            all.Add(IPNetwork.Parse(network));
        return all.MoveToImmutable();
    }
}
