using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>
/// A FHIR server on bare sockets that behaves as it is told, also in ways that a web server would not let it.
/// <see cref="RecordingFhirServer"/> is the one for what can be said in HTTP.
/// </summary>
internal sealed class ScriptedFhirServer : IAsyncDisposable
{
    private const int MostHeadBytes = 64 * 1024;

    private readonly TcpListener _listener;
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _exchanges = [];
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly BundleQuery _resources;
    private readonly Script _script;
    private readonly Task _accepting;
    private int _open;

    private ScriptedFhirServer(JsonNode bundle, Script script, IPAddress address)
    {
        (_resources, _script) = (new(bundle), script);
        _listener = new(address, 0);
        _listener.Start();
        _elsewhere.Start();
        BaseUrl = Address(script.Door, (IPEndPoint)_listener.LocalEndpoint);
        if (script.Door == Door.Shut)
            _listener.Stop();
        _accepting = script.Door == Door.Shut ? Task.CompletedTask : AcceptAsync();
    }

    internal Uri BaseUrl { get; }

    internal IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Connections that neither side has ended.</summary>
    internal int Open => _open;

    /// <summary>Whether somebody followed it to where nobody may go.</summary>
    internal bool LedAstray => _elsewhere.Pending();

    /// <summary>Ends when no request is being answered: all were, or the client has given them up.</summary>
    internal async Task AtRest() => await Task.WhenAll(_exchanges).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Ends when every connection has.</summary>
    internal Task Deserted() => Task.WhenAll(_connections);

    internal static ScriptedFhirServer Start(JsonNode bundle, Script script, IPAddress? address = null) => new(bundle, script, address ?? IPAddress.Loopback);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _elsewhere.Dispose();
        _stopping.Dispose();
    }

    private static Uri Address(Door door, IPEndPoint place) => door switch
    {
        Door.NoName => new("https://fhir.invalid"),
        Door.Http or Door.Shut => new($"http://{place}"),
        Door.Tls or Door.FalseTls => new($"https://{place}"),
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, null),
    };

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            // The end of the server.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _open);
        try
        {
            socket.NoDelay = true;
            await using var wire = await OpenAsync(socket);
            var elsewhere = new Uri($"http://{_elsewhere.LocalEndpoint}");
            for (var goesOn = true; goesOn && await ReadAsync(wire) is { } request;)
            {
                _requests.Enqueue(request);
                var attempt = _requests.Count(earlier => earlier.PathAndQuery == request.PathAndQuery);
                var exchange = new Exchange(wire, socket, request, attempt, _resources, BaseUrl, elsewhere, _stopping.Token);
                var playing = _script.Play(exchange);
                _exchanges.Add(playing);
                await playing;
                goesOn = exchange.GoesOn;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
            // The client went away, as it should from such a server.
        }
        finally
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (_script.Door != Door.Tls)
            return stream;
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new() { ServerCertificate = SomeCertificate.Value }, _stopping.Token);
        return secure;
    }

    /// <summary>Null when the client has nothing more to ask.</summary>
    private async Task<RecordedRequest?> ReadAsync(Stream wire)
    {
        var bytes = new byte[MostHeadBytes];
        var length = 0;
        var head = -1;
        while (head < 0)
        {
            var count = await wire.ReadAsync(bytes.AsMemory(length), _stopping.Token);
            if (count == 0)
                return null;
            length += count;
            if (!char.IsAsciiLetter((char)bytes[0]))
                return new("?", "/", null);
            head = bytes.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }

        var lines = Encoding.ASCII.GetString(bytes, 0, head).Split("\r\n");
        var bodyLength = int.Parse(Header(lines, "Content-Length") ?? "0", CultureInfo.InvariantCulture);
        for (head += 4; length < head + bodyLength;)
            length += await wire.ReadAsync(bytes.AsMemory(length), _stopping.Token) is > 0 and var count ? count : throw new IOException("The request breaks off.");
        return Request(lines, Encoding.UTF8.GetString(bytes, head, bodyLength));
    }

    /// <summary>A search by POST is recorded as the GET that it stands for.</summary>
    private static RecordedRequest Request(string[] lines, string body)
    {
        const string search = "/_search";
        var parts = lines[0].Split(' ');
        var path = parts[1].EndsWith(search, StringComparison.Ordinal) ? $"{parts[1][..^search.Length]}?{body}" : parts[1];
        return new(parts[0], path, Header(lines, "Authorization"));
    }

    private static string? Header(string[] lines, string name) =>
        lines.Skip(1).FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
