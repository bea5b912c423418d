using System.Net;
using NetCdsHooks.Gathering.Asking;

namespace NetCdsHooks.Tests.Gathering;

public class AddressKindTests
{
    public static TheoryData<string, string, object> Addresses => new()
    {
        { "a server on the internet", "93.184.215.14", AddressKind.Public },
        { "below 10", "9.255.255.255", AddressKind.Public },
        { "10", "10.0.0.1", AddressKind.Private },
        { "the last of 10", "10.255.255.255", AddressKind.Private },
        { "above 10", "11.0.0.0", AddressKind.Public },
        { "below shared space", "100.63.255.255", AddressKind.Public },
        { "shared space", "100.64.0.1", AddressKind.Private },
        { "above shared space", "100.128.0.0", AddressKind.Public },
        { "this machine", "127.0.0.1", AddressKind.Private },
        { "this machine by another number", "127.8.9.10", AddressKind.Private },
        { "below 172.16", "172.15.255.255", AddressKind.Public },
        { "172.16", "172.16.0.1", AddressKind.Private },
        { "the last of 172.31", "172.31.255.255", AddressKind.Private },
        { "above 172.31", "172.32.0.0", AddressKind.Public },
        { "192.168", "192.168.1.1", AddressKind.Private },
        { "above 192.168", "192.169.0.0", AddressKind.Public },
        { "metadata of a cloud", "169.254.169.254", AddressKind.Forbidden },
        { "link-local", "169.254.0.1", AddressKind.Forbidden },
        { "below link-local", "169.253.255.255", AddressKind.Public },
        { "no address", "0.0.0.0", AddressKind.Forbidden },
        { "this network", "0.1.2.3", AddressKind.Forbidden },
        { "for documents", "192.0.2.1", AddressKind.Forbidden },
        { "for measurements", "198.18.0.1", AddressKind.Forbidden },
        { "multicast", "224.0.0.1", AddressKind.Forbidden },
        { "reserved", "240.0.0.1", AddressKind.Forbidden },
        { "everybody", "255.255.255.255", AddressKind.Forbidden },
        { "the internet by IPv6", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", AddressKind.Public },
        { "this machine by IPv6", "::1", AddressKind.Private },
        { "no address by IPv6", "::", AddressKind.Forbidden },
        { "a site's own by IPv6", "fd12:3456:789a::1", AddressKind.Private },
        { "link-local by IPv6", "fe80::1", AddressKind.Forbidden },
        { "site-local of old", "fec0::1", AddressKind.Forbidden },
        { "multicast by IPv6", "ff02::1", AddressKind.Forbidden },
        { "for documents by IPv6", "2001:db8::1", AddressKind.Forbidden },
        { "a tunnel (Teredo)", "2001:0:4136:e378:8000:63bf:3fff:fdd2", AddressKind.Forbidden },
        { "IPv4 in IPv6: this machine", "::ffff:127.0.0.1", AddressKind.Private },
        { "IPv4 in IPv6: metadata", "::ffff:169.254.169.254", AddressKind.Forbidden },
        { "IPv4 in IPv6: the internet", "::ffff:93.184.215.14", AddressKind.Public },
        { "IPv4 behind NAT64: metadata", "64:ff9b::a9fe:a9fe", AddressKind.Forbidden },
        { "IPv4 behind NAT64: private", "64:ff9b::a00:1", AddressKind.Private },
        { "IPv4 through 6to4: private", "2002:c0a8:101::1", AddressKind.Private },
        { "IPv4 through 6to4: the internet", "2002:5db8:d70e::1", AddressKind.Public },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("Requirement", "A-09")]
    public void An_address_is_judged_by_whose_it_is(string story, string address, object expected) =>
        AddressKinds.Of(IPAddress.Parse(address)).Should().Be((AddressKind)expected, story);
}
