using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What is spoken with a server that offers more than plain HTTP/1.1.</summary>
public sealed class ProtocolTests
{
    [Theory]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    public async Task Over_TLS_it_speaks_the_best_that_the_server_offers(HttpProtocols offered, string spoken)
    {
        var seen = new ConcurrentBag<string>();
        await using var server = await StartAsync(offered, seen);
        await using var host = new ServiceHost().With(TrustAnything);

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(new(server.Urls.Single())));

        answer.CardIds.Should().Contain("tumour-active").And.NotContain("net-data-incomplete");
        seen.Should().HaveCount(host.Keys.Count()).And.OnlyContain(request => request == $"{spoken} gzip");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        var seen = new ConcurrentBag<string>();
        await using var server = await StartAsync(HttpProtocols.Http1AndHttp2, seen);
        await using var host = new ServiceHost();

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(new(server.Urls.Single())));

        answer.Status.Should().Be(412);
        seen.Should().BeEmpty("no request, and so no token, leaves for it");
    }

    /// <summary>For the certificate of this test alone.</summary>
    private static void TrustAnything(IServiceCollection services) =>
        services.Configure<HttpClientFactoryOptions>(FhirExchange.PrivateName, options => options.HttpMessageHandlerBuilderActions.Add(builder =>
            ((SocketsHttpHandler)builder.PrimaryHandler).SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true));

    /// <summary>Answers compressed, and remembers protocol and accepted compression of each request.</summary>
    private static async Task<WebApplication> StartAsync(HttpProtocols protocols, ConcurrentBag<string> seen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            listen.UseHttps(SomeCertificate.Value);
        }));
        var app = builder.Build();
        var data = new BundleQuery(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67()));
        app.Run(async http =>
        {
            var compression = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal) ? "gzip" : "plain";
            seen.Add($"{http.Request.Protocol} {compression}");
            var found = data.Answer((http.Request.Path + http.Request.QueryString.ToUriComponent()).TrimStart('/')).Select(resource => resource.DeepClone()).ToArray();
            JsonNode body = http.Request.Path.StartsWithSegments("/Patient") ? found.Single() : SomeJson.Bundle(found);
            http.Response.ContentType = "application/fhir+json";
            http.Response.Headers.ContentEncoding = "gzip";
            await using var compressed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await compressed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
        });
        await app.StartAsync();
        return app;
    }
}
