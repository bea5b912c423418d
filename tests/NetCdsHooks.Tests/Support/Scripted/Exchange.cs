using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>One request, and the bare connection that it came on: all that is sent is sent as written.</summary>
/// <param name="wire">The connection, inside TLS where there is TLS.</param>
/// <param name="socket">The same.</param>
/// <param name="request">What was asked.</param>
/// <param name="attempt">1 when it is asked for the first time.</param>
/// <param name="resources">What the server knows.</param>
/// <param name="baseUrl">Of the server.</param>
/// <param name="elsewhere">A server that must not be asked.</param>
/// <param name="stopping">Ends with the server.</param>
internal sealed class Exchange(
    Stream wire, Socket socket, RecordedRequest request, int attempt, BundleQuery resources, Uri baseUrl, Uri elsewhere, CancellationToken stopping)
{
    /// <summary>Whether another request may come on this connection.</summary>
    internal bool GoesOn { get; private set; }

    internal RecordedRequest Request => request;

    internal int Attempt => attempt;

    internal Uri Elsewhere => elsewhere;

    internal IReadOnlyList<JsonObject> Found => request.Id is { } id
        ? resources.Read(request.ResourceType, id) is { } resource ? [resource] : []
        : resources.Search(request.ResourceType, request.Parameters);

    /// <summary>1 for the query itself.</summary>
    internal int Page => int.Parse(request.Parameters.GetValueOrDefault("_page") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>The right answer.</summary>
    internal string Answer => request.Id is null ? Bundle(Found) : Found.Single().ToJsonString();

    internal static string Bundle(IEnumerable<JsonObject> found, Uri? next = null)
    {
        var bundle = SomeJson.Bundle(found.Select(resource => resource.DeepClone()));
        return (next is null ? bundle : bundle.WithNext(next.AbsoluteUri)).ToJsonString();
    }

    /// <summary>The address of another page of the same query.</summary>
    /// <param name="page">Counted from 1.</param>
    /// <param name="host">By which the server is known; by default that of its address.</param>
    internal Uri AddressOf(int page, string? host = null)
    {
        var parameters = request.Parameters.Where(parameter => parameter.Key != "_page").Append(KeyValuePair.Create("_page", page.ToString(CultureInfo.InvariantCulture)));
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        var home = new UriBuilder(baseUrl) { Host = host ?? baseUrl.Host }.Uri;
        return new(home, $"/{request.ResourceType}{(request.Id is { } id ? $"/{id}" : "")}?{query}");
    }

    /// <summary>A whole answer, after which the connection can be used again.</summary>
    internal Task SendAsync(string body, string status = "200 OK", string type = "application/fhir+json", params string[] headers) =>
        SendAsync(Encoding.UTF8.GetBytes(body), status, type, headers);

    internal async Task SendAsync(byte[] body, string status = "200 OK", string type = "application/fhir+json", params string[] headers)
    {
        await SendHeadAsync(status, [$"Content-Type: {type}", $"Content-Length: {body.Length}", .. headers]);
        await WriteAsync(body);
        GoesOn = true;
    }

    internal Task SendHeadAsync(string status, params string[] headers) =>
        WriteAsync($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}\r\n");

    internal Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    internal async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await wire.WriteAsync(bytes, stopping);
        await wire.FlushAsync(stopping);
    }

    internal Task WriteChunkAsync(ReadOnlyMemory<byte> bytes) =>
        WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, .. "\r\n"u8]);

    /// <summary>Comes back when the client has given up.</summary>
    internal async Task WaitForTheEndAsync()
    {
        var ignored = new byte[64];
        while (await wire.ReadAsync(ignored, stopping) > 0)
        {
            // It still talks.
        }
    }

    /// <summary>Drops the connection without a word.</summary>
    internal void Reset()
    {
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Close();
    }
}
