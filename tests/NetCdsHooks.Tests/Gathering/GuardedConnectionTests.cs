using System.Net;
using System.Net.Sockets;
using NetCdsHooks.Gathering.Asking;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>No connection is ever opened to an address that must not be asked; the listener would see it.</summary>
public sealed class GuardedConnectionTests : IDisposable
{
    private readonly TcpListener _inside = TcpListener.Create(0);

    public GuardedConnectionTests() => _inside.Start();

    private int Port => ((IPEndPoint)_inside.LocalEndpoint).Port;

    /// <summary>Story; host as a caller may write it; what a resolver would say, comma-separated.</summary>
    public static TheoryData<string, string, string> Hosts => new()
    {
        { "loopback", "127.0.0.1", "127.0.0.1" },
        { "short form", "127.1", "127.0.0.1" },
        { "decimal", "2130706433", "127.0.0.1" },
        { "hexadecimal", "0x7f000001", "127.0.0.1" },
        { "octal", "0177.0.0.1", "127.0.0.1" },
        { "IPv6", "[::1]", "::1" },
        { "IPv4 in IPv6", "[::ffff:127.0.0.1]", "::ffff:127.0.0.1" },
        { "a name of this machine", "localhost", "127.0.0.1" },
        { "the same with a dot", "localhost.", "127.0.0.1" },
        { "a public name that means this machine", "ehr.example.org", "127.0.0.1" },
        { "a public name that means a private server", "ehr.example.org", "10.0.0.5" },
        { "a public name that means the metadata of a cloud", "ehr.example.org", "169.254.169.254" },
        { "a public name with one private address among others", "ehr.example.org", "93.184.215.14,127.0.0.1" },
        { "a name that means nothing", "ehr.example.org", "" },
    };

    [Theory]
    [MemberData(nameof(Hosts))]
    [Trait("Requirement", "A-09")]
    public async Task A_private_address_is_not_connected_to(string story, string host, string addresses)
    {
        using var client = Client(mayBePrivate: false, addresses);

        await FluentActions.Awaiting(() => client.GetAsync($"http://{host}:{Port}/")).Should().ThrowAsync<HttpRequestException>(story);
        _inside.Pending().Should().BeFalse(story);
    }

    [Fact]
    [Trait("Requirement", "A-09")]
    public async Task Where_a_site_allows_it_a_private_server_is_connected_to_but_never_a_link_local_one()
    {
        using var allowed = Client(mayBePrivate: true, "127.0.0.1");
        var call = allowed.GetAsync($"http://ehr.example.org:{Port}/");
        using var connection = await _inside.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await connection.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
        (await call.WaitAsync(TimeSpan.FromSeconds(30))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        using var metadata = Client(mayBePrivate: true, "169.254.169.254");
        await FluentActions.Awaiting(() => metadata.GetAsync("http://ehr.example.org/")).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    [Trait("Requirement", "A-09")]
    public async Task A_name_is_asked_once_so_that_a_second_meaning_is_never_used()
    {
        var asked = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = new GuardedConnection(false, (_, _) => Task.FromResult(new[] { IPAddress.Parse(asked++ == 0 ? "10.0.0.1" : "127.0.0.1") })).ConnectAsync,
        });

        await FluentActions.Awaiting(() => client.GetAsync($"http://rebinding.example:{Port}/")).Should().ThrowAsync<HttpRequestException>();

        asked.Should().Be(1);
        _inside.Pending().Should().BeFalse();
    }

    public void Dispose() => _inside.Dispose();

    private static HttpClient Client(bool mayBePrivate, string addresses) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = new GuardedConnection(
            mayBePrivate, (_, _) => Task.FromResult(addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray())).ConnectAsync,
    });
}
