using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Tests.Support.Scripted;

namespace NetCdsHooks.Tests.Gathering.Addresses;

/// <summary>
/// The service in Production with real connections, a registered FHIR server on this machine, and listeners beside it that nobody may find. Of the
/// service's own handlers only two things are other than in Production: what names mean, and that the registered server's certificate is trusted.
/// </summary>
public sealed class AddressHost : IAsyncLifetime
{
    private const string Registered = "https://registered.example";
    private const string Outside = "https://outside.example";
    private const string Inside = "https://inside.example";

    private static readonly int[] Redirects = [301, 302, 303, 307, 308];

    private readonly TokenMaker _tokens = new(TimeProvider.System);
    private readonly List<TcpListener> _traps = [];
    private ServiceHost _host = null!;
    private volatile AddressRow? _row;
    private int _asked;

    internal ConnectionLog Log { get; } = new();

    internal ScriptedFhirServer Fhir { get; private set; } = null!;

    internal IPEndPoint Server => new(IPAddress.Loopback, Fhir.BaseUrl.Port);

    internal int TrapPort => ((IPEndPoint)_traps[0].LocalEndpoint).Port;

    /// <summary>How often a listener beside the registered server was reached since this was last asked.</summary>
    internal int CountTrapped()
    {
        var count = 0;
        foreach (var trap in _traps)
            for (; trap.Pending(); count++)
                trap.AcceptSocket().Dispose();
        return count;
    }

    public Task InitializeAsync()
    {
        Fhir = ScriptedFhirServer.Start(
            SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67()), new("as the row says", Reading.Whole, PlayAsync) { Door = Door.Tls });
        Trap(IPAddress.Loopback, 0);
        Trap(IPAddress.Parse("127.0.0.2"), Fhir.BaseUrl.Port);
        Trap(IPAddress.IPv6Loopback, Fhir.BaseUrl.Port);
        var clients = Path.Combine(Directory.CreateTempSubdirectory("clients-").FullName, "clients.json");
        File.WriteAllText(clients, Clients().ToJsonString());
        _host = new ServiceHost()
            .Without("NetCdsHooks:AsOf")
            .With("environment", "Production")
            .With("NetCdsHooks:ClientsFile", clients)
            .With("NetCdsHooks:PublicUrl", TokenMaker.PublicUrl)
            .With("NetCdsHooks:BehindTlsProxy", "true")
            .With("NetCdsHooks:Fhir:Budget", "00:00:05")
            .With("NetCdsHooks:Fhir:Preferred", "00:00:05")
            .With(services => Change(services, FhirExchange.Name, mayBePrivate: false))
            .With(services => Change(services, FhirExchange.PrivateName, mayBePrivate: true));
        return Task.CompletedTask;
    }

    /// <summary>A call that lacks one need.</summary>
    /// <param name="row">Whither it is led; null for the server that is registered.</param>
    internal async Task<Answer> Call(AddressRow? row, string? fhirServer = null)
    {
        (_row, _asked) = (row, 0);
        var call = HookCall.ActiveTumour(_host).WithoutPrefetch("pathology").WithFhir(Fhir.BaseUrl);
        var address = row is null ? fhirServer : AddressOf(row);
        if (row?.Lure == Lure.PrefetchedNextPage)
            call.Prefetch("pathology", SomeJson.Bundle().WithNext(address!));
        else if (row?.Lure is not (Lure.NextPage or Lure.Redirect))
            call.With("fhirServer", address);
        var request = new HttpRequestMessage(HttpMethod.Post, ServiceHost.PatientView)
        {
            Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_tokens.Make(payload: payload => payload["iss"] = ClientOf(row?.Lure))}");
        return await _host.Send(request);
    }

    internal string Placed(string address) => address
        .Replace("{port}", $"{Fhir.BaseUrl.Port}", StringComparison.Ordinal)
        .Replace("{trap}", $"{TrapPort}", StringComparison.Ordinal);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await Fhir.DisposeAsync();
        _traps.ForEach(trap => trap.Dispose());
        Log.Dispose();
    }

    private string AddressOf(AddressRow row) => Placed(row.Address);

    /// <summary>A second witness beside <see cref="Log"/>, where the machine has that address and port to give.</summary>
    private void Trap(IPAddress address, int port)
    {
        var trap = new TcpListener(address, port);
        try
        {
            trap.Start();
            _traps.Add(trap);
        }
        catch (SocketException) when (port != 0)
        {
            trap.Dispose();
        }
    }

    private void Change(IServiceCollection services, string name, bool mayBePrivate) =>
        services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            var sockets = (SocketsHttpHandler)handler;
            sockets.ConnectCallback = new GuardedConnection(mayBePrivate, ResolveAsync).ConnectAsync;
            sockets.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => SomeCertificate.Value.Equals(certificate);
        });

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var address))
            return Task.FromResult<IPAddress[]>([address]);
        var meanings = _row?.Meanings ?? [];
        if (meanings.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        var meaning = meanings[Math.Min(_asked++, meanings.Length - 1)];
        return Task.FromResult(meaning.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray());
    }

    /// <summary>The first answer leads astray; whoever comes back is answered well.</summary>
    private Task PlayAsync(Exchange exchange) => _row switch
    {
        { Lure: Lure.NextPage } row when exchange.Page == 1 => exchange.SendAsync(SomeJson.Bundle(SomeJson.Ki67()).WithNext(AddressOf(row)).ToJsonString()),
        { Lure: Lure.Redirect } row => exchange.SendAsync("", $"{StatusOf(row)} Elsewhere", "text/html", $"Location: {Target(row, exchange)}"),
        { Lure: Lure.RegisteredInside } when exchange.Page == 1 => SendAndCloseAsync(exchange, Exchange.Bundle(exchange.Found, exchange.AddressOf(2, "rebinding.example"))),
        _ => exchange.SendAsync(exchange.Answer),
    };

    private static int StatusOf(AddressRow row) => Redirects[AddressTable.Rows.Index().Single(item => item.Item == row).Index % Redirects.Length];

    private string Target(AddressRow row, Exchange exchange) =>
        exchange.Request.PathAndQuery.Contains("hop", StringComparison.Ordinal) ? $"https://127.0.0.2:{Fhir.BaseUrl.Port}/" : AddressOf(row);

    private static async Task SendAndCloseAsync(Exchange exchange, string body)
    {
        await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", "Connection: close", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}");
        await exchange.WriteAsync(body);
    }

    private static string ClientOf(Lure? lure) => lure switch
    {
        Lure.Registered => Outside,
        Lure.RegisteredInside => Inside,
        _ => Registered,
    };

    private JsonObject Clients() => new()
    {
        ["clients"] = new JsonArray(
            Client("EHR", Registered, [Fhir.BaseUrl.AbsoluteUri], isPrivate: true),
            Client("Outside", Outside, AddressTable.Rows.Where(row => row.Lure == Lure.Registered).Select(AddressOf), isPrivate: false),
            Client("Inside", Inside, AddressTable.Rows.Where(row => row.Lure == Lure.RegisteredInside).Select(AddressOf), isPrivate: true)),
    };

    private static JsonObject Client(string name, string issuer, IEnumerable<string> servers, bool isPrivate) => new()
    {
        ["name"] = name,
        ["issuer"] = issuer,
        ["keys"] = TokenMaker.KeySet(TokenMaker.Jwk(TokenMaker.Ec, TokenMaker.EcKeyId)),
        ["fhirServers"] = new JsonArray([.. servers.Select(server => (JsonNode)server)]),
        ["privateFhirServers"] = isPrivate,
    };
}
