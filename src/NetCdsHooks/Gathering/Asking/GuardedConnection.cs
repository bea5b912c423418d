using System.Net;
using System.Net.Sockets;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>
/// Connects to addresses that were looked at, not to names: what a name means is asked once, judged, and used as it was judged, so that a name
/// that changes its meaning in between leads nowhere.
/// </summary>
/// <param name="mayBePrivate">Whether a server may stand in a private network or on this machine.</param>
/// <param name="resolve">The addresses of a name.</param>
internal sealed class GuardedConnection(bool mayBePrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    internal GuardedConnection(bool mayBePrivate)
        : this(mayBePrivate, Dns.GetHostAddressesAsync)
    {
    }

    /// <exception cref="ForbiddenAddressException">One of the addresses is not allowed, or the name has none.</exception>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await resolve(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(IsAllowed))
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => AddressKinds.Of(address) switch
    {
        AddressKind.Public => true,
        AddressKind.Private => mayBePrivate,
        _ => false,
    };
}
