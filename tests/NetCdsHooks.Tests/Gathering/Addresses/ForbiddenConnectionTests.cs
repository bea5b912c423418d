using System.Net;
using System.Net.Sockets;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering.Addresses;

/// <summary>Whatever a call, a record system or a name server says: the only connection that is ever opened is one to the registered server.</summary>
[Collection(AloneCollection.Name)]
public sealed class ForbiddenConnectionTests(AddressHost host) : IClassFixture<AddressHost>
{
    public static TheoryData<Lure, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<Lure, string, string>();
            foreach (var row in AddressTable.Rows)
                rows.Add(row.Lure, row.Story, row.Address);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Requirement", "A-09")]
    [Trait("Requirement", "A-10")]
    public async Task No_other_connection_is_opened(Lure lure, string story, string address)
    {
        var row = AddressTable.Rows.Single(row => (row.Lure, row.Story, row.Address) == (lure, story, address));
        var asked = host.Fhir.Requests.Count;
        host.Log.Forget();

        var answer = await host.Call(row);

        host.CountTrapped().Should().Be(0);
        host.Log.Opened.Should().BeSubsetOf([host.Server]);
        if (answer.Status != 400)
            answer.CardIds.Should().Contain(Silence.Incomplete);
        var leads = lure is Lure.NextPage or Lure.Redirect || row.Meanings.Length > 1;
        (host.Fhir.Requests.Count - asked).Should().Be(leads ? 1 : 0);
        if (!leads)
            host.Log.Opened.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://127.0.0.1:{port}")]
    [InlineData("https://127.0.0.1:{port}/")]
    [InlineData("HTTPS://127.0.0.1:{port}")]
    [InlineData("https://2130706433:{port}")]
    [InlineData("https://0x7f.1:{port}")]
    [InlineData("https://127.0.0.1:{port}/a/..")]
    [Trait("Requirement", "A-09")]
    public async Task The_registered_server_is_asked_however_it_is_written(string address)
    {
        var answer = await host.Call(null, host.Placed(address));

        answer.CardIds.Should().NotContain(Silence.Incomplete);
    }

    /// <summary>Else the table would prove nothing.</summary>
    [Fact]
    public async Task A_connection_to_a_listener_would_be_seen()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;
        host.Log.Forget();

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync([IPAddress.Loopback], place.Port);

        host.Log.Opened.Should().Equal(place);
        listener.Pending().Should().BeTrue();
    }
}
