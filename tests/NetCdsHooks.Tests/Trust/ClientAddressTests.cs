using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;

namespace NetCdsHooks.Tests.Trust;

public sealed class ClientAddressTests
{
    /// <summary>Story; the public address; the path called; the audiences that name it.</summary>
    public static TheoryData<string, string, string, string[]> Addresses => new()
    {
        { "discovery", "https://cds.example.org", "/cds-services", ["https://cds.example.org/cds-services", "https://cds.example.org:443/cds-services"] },
        { "another port", "https://cds.example.org:8443", "/cds-services", ["https://cds.example.org:8443/cds-services"] },
        { "behind a path", "https://cds.example.org/net", "/cds-services/a", ["https://cds.example.org/net/cds-services/a", "https://cds.example.org:443/net/cds-services/a"] },
        { "http on loopback", "http://localhost:5080", "/cds-services/a", ["http://localhost:5080/cds-services/a"] },
        { "feedback by both names", "https://cds.example.org:8443", "/cds-services/a/feedback", ["https://cds.example.org:8443/cds-services/a/feedback", "https://cds.example.org:8443/cds-services/a"] },
        { "capitals in the host", "https://CDS.example.org:8443", "/cds-services", ["https://cds.example.org:8443/cds-services"] },
        { "a slash too many", "https://cds.example.org:8443", "/cds-services/", ["https://cds.example.org:8443/cds-services/"] },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("Requirement", "J-11")]
    public void A_path_is_called_from_outside_by_the_configured_address(string story, string publicUrl, string path, string[] audiences) =>
        new ClientAddress(Options.Create(new ServiceOptions { PublicUrl = publicUrl })).Of(path).Should().BeEquivalentTo(audiences, story);
}
