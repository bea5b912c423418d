using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;

namespace NetCdsHooks.Tests.Support;

/// <summary>Every TCP connection that this process tries to open, as the sockets themselves tell it.</summary>
internal sealed class ConnectionLog : EventListener
{
    private readonly ConcurrentQueue<IPEndPoint> _opened = new();

    internal IReadOnlyList<IPEndPoint> Opened => [.. _opened];

    internal void Forget() => _opened.Clear();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Sockets")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "ConnectStart", Payload: [string address, ..] })
            _opened.Enqueue(Read(address));
    }

    /// <param name="address">A socket address as it is printed: <c>InterNetwork:16:{0,80,127,0,0,1,0,0,0,0,0,0,0,0}</c>.</param>
    private static IPEndPoint Read(string address)
    {
        var parts = address.Split(':', 3);
        var family = Enum.Parse<AddressFamily>(parts[0]);
        var socketAddress = new SocketAddress(family, int.Parse(parts[1], null));
        var bytes = parts[2].Trim('{', '}').Split(',');
        for (var place = 0; place < bytes.Length; place++)
            socketAddress[place + 2] = byte.Parse(bytes[place], null);
        var endPoint = (IPEndPoint)new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0).Create(socketAddress);
        return endPoint.Address.IsIPv4MappedToIPv6 ? new(endPoint.Address.MapToIPv4(), endPoint.Port) : endPoint;
    }
}
