using System.IO.Compression;
using System.Text;

namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>The ways in which servers, and what stands before them, are known to fail.</summary>
internal static class Scripts
{
    private const int Huge = 50 * 1024 * 1024;
    private const string Outcome = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""";
    private const string Deep = """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Observation","extension":""";

    private static readonly byte[] Padding = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
    private static readonly Lazy<byte[]> Bomb = new(() => Zip(Bytes(2 * Huge)));

    internal static IReadOnlyList<Script> All { get; } =
    [
        new("answers well", Reading.Whole, exchange => exchange.SendAsync(exchange.Answer)),
        new("answers after 300 ms", Reading.Whole, async exchange =>
        {
            await Task.Delay(300);
            await exchange.SendAsync(exchange.Answer);
        }),
        new("compresses its answer", Reading.Whole, exchange =>
            exchange.SendAsync(Zip([Encoding.UTF8.GetBytes(exchange.Answer)]), headers: "Content-Encoding: gzip")),
        new("answers as plain text", Reading.Whole, exchange => exchange.SendAsync(exchange.Answer, type: "text/plain")),

        Once("429 once", exchange => exchange.SendAsync(Outcome, "429 Too Many Requests", headers: "Retry-After: 0")),
        Once("503 once, with a time", exchange => exchange.SendAsync(Outcome, "503 Service Unavailable", headers: "Retry-After: 1")),
        Once("500 once", exchange => exchange.SendAsync(Outcome, "500 Internal Server Error")),
        Once("reset in the middle once", async exchange =>
        {
            await SendHalfAsync(exchange);
            exchange.Reset();
        }),
        Once("a body that breaks off once", SendHalfAsync),

        new("says nothing", Reading.TimedOut, exchange => exchange.WaitForTheEndAsync()),
        new("stalls after the headers", Reading.TimedOut, async exchange =>
        {
            await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", "Content-Length: 1000");
            await exchange.WaitForTheEndAsync();
        }),
        new("stalls in the middle", Reading.TimedOut, async exchange =>
        {
            await SendHalfAsync(exchange);
            await exchange.WaitForTheEndAsync();
        }),
        new("sends one byte a second", Reading.TimedOut, async exchange =>
        {
            await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", "Content-Length: 1000");
            await DripAsync(exchange, "{");
        }),
        new("sends one byte of a header a second", Reading.TimedOut, async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\nX-");
            await DripAsync(exchange, "y");
        }),
        new("stalls in the TLS handshake", Reading.TimedOut, exchange => exchange.WaitForTheEndAsync()) { Door = Door.FalseTls },

        Status("401 Unauthorized", Reading.Refused, "WWW-Authenticate: Bearer"),
        Status("403 Forbidden", Reading.Refused),
        Status("404 Not Found", Reading.Failed),
        Status("410 Gone", Reading.Failed),
        Status("400 Bad Request", Reading.Failed),
        Status("429 Too Many Requests", Reading.Failed, "Retry-After: 1"),
        Status("500 Internal Server Error", Reading.Failed),
        Status("503 Service Unavailable", Reading.Failed, "Retry-After: 120"),
        Status("504 Gateway Timeout", Reading.Failed),
        new("204 No Content", Reading.Failed, exchange => exchange.SendHeadAsync("204 No Content")),
        new("an OperationOutcome as success", Reading.Failed, exchange => exchange.SendAsync(Outcome)),
        new("redirects to a login page", Reading.Failed, exchange =>
            exchange.SendAsync("", "302 Found", "text/html", $"Location: {exchange.Elsewhere}login")),
        new("moved for ever", Reading.Failed, exchange =>
            exchange.SendAsync("", "308 Permanent Redirect", "text/html", $"Location: {new Uri(exchange.Elsewhere, exchange.Request.PathAndQuery)}")),

        new("a login page", Reading.Unreadable, exchange => exchange.SendAsync("<!doctype html><title>Sign in</title>", type: "text/html")),
        new("XML", Reading.Unreadable, exchange => exchange.SendAsync("<Bundle xmlns=\"http://hl7.org/fhir\"/>", type: "application/fhir+xml")),
        new("nothing at all as success", Reading.Unreadable, exchange => exchange.SendAsync("")),
        new("JSON that breaks off", Reading.Unreadable, exchange => exchange.SendAsync(exchange.Answer[..(exchange.Answer.Length / 2)])),
        new("JSON 10,000 deep", Reading.Unreadable, exchange => exchange.SendAsync(
            Deep + string.Concat(Enumerable.Repeat("""[{"extension":""", 10_000)) + "[]" + string.Concat(Enumerable.Repeat("}]", 10_000)) + "}}]}")),

        new("a body that breaks off", Reading.Failed, SendHalfAsync),
        new("chunks that break off", Reading.Failed, async exchange =>
        {
            await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", "Transfer-Encoding: chunked");
            await exchange.WriteChunkAsync(Encoding.UTF8.GetBytes(exchange.Answer));
        }),
        new("reset in the middle", Reading.Failed, async exchange =>
        {
            await SendHalfAsync(exchange);
            exchange.Reset();
        }),
        new("reset at once", Reading.Failed, exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        }),
        new("gzip that is none", Reading.Failed, exchange => exchange.SendAsync(exchange.Answer, headers: "Content-Encoding: gzip")),
        new("another protocol", Reading.Failed, exchange => exchange.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n")),
        new("headers without end", Reading.Failed, async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\n");
            for (var line = 0; line < 100_000; line++)
                await exchange.WriteAsync($"X-{line}: {new string('y', 1000)}\r\n");
        }),
        new("a certificate that nobody vouches for", Reading.Failed, exchange => exchange.SendAsync(exchange.Answer)) { Door = Door.Tls },
        new("no TLS where TLS was asked for", Reading.Failed, exchange => exchange.SendHeadAsync("400 Bad Request")) { Door = Door.FalseTls },
        new("nobody listens", Reading.Failed, _ => Task.CompletedTask) { Door = Door.Shut },
        new("a name that means nothing", Reading.Failed, _ => Task.CompletedTask) { Door = Door.NoName },

        new("pages without end", Reading.Part, exchange =>
            exchange.SendAsync(Exchange.Bundle(exchange.Page == 1 ? exchange.Found : [], exchange.AddressOf(exchange.Page + 1)))),
        new("pages in a circle", Reading.Part, exchange =>
            exchange.SendAsync(Exchange.Bundle(exchange.Page == 1 ? exchange.Found : [], exchange.AddressOf(exchange.Page == 2 ? 3 : 2)))),
        new("a next page that fails", Reading.Part, exchange => exchange.Page == 1
            ? exchange.SendAsync(Exchange.Bundle(exchange.Found, exchange.AddressOf(2)))
            : exchange.SendAsync(Outcome, "500 Internal Server Error")),
        new("a next page elsewhere", Reading.Part, exchange => exchange.SendAsync(Exchange.Bundle(exchange.Found, exchange.Elsewhere))),

        new("50 MB", Reading.TooMuch, async exchange =>
        {
            await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", $"Content-Length: {Huge}");
            foreach (var part in Bytes(Huge))
                await exchange.WriteAsync(part);
        }),
        new("50 MB that were not announced", Reading.TooMuch, async exchange =>
        {
            await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", "Transfer-Encoding: chunked");
            foreach (var part in Bytes(Huge))
                await exchange.WriteChunkAsync(part);
        }),
        new("a gzip bomb", Reading.TooMuch, exchange => exchange.SendAsync(Bomb.Value, headers: "Content-Encoding: gzip")),
    ];

    private static Script Status(string status, Reading reading, params string[] headers) =>
        new(status, reading, exchange => exchange.SendAsync(Outcome, status, headers: headers));

    /// <summary>Fails at first and then answers well: one second try is all it takes.</summary>
    private static Script Once(string name, Func<Exchange, Task> fail) =>
        new(name, Reading.Whole, exchange => exchange.Attempt == 1 ? fail(exchange) : exchange.SendAsync(exchange.Answer));

    private static async Task SendHalfAsync(Exchange exchange)
    {
        var body = Encoding.UTF8.GetBytes(exchange.Answer);
        await exchange.SendHeadAsync("200 OK", "Content-Type: application/fhir+json", $"Content-Length: {body.Length}");
        await exchange.WriteAsync(body.AsMemory(0, body.Length / 2));
    }

    private static async Task DripAsync(Exchange exchange, string drop)
    {
        var end = exchange.WaitForTheEndAsync();
        while (await Task.WhenAny(end, Task.Delay(TimeSpan.FromSeconds(1))) != end)
            await exchange.WriteAsync(drop);
    }

    private static IEnumerable<byte[]> Bytes(int count) => Enumerable.Repeat(Padding, count / Padding.Length);

    private static byte[] Zip(IEnumerable<byte[]> parts)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            foreach (var part in parts)
                gzip.Write(part);
        return packed.ToArray();
    }
}
