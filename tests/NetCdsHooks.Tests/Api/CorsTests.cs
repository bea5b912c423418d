using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

[Collection(SharedService.Name)]
public sealed class CorsTests(SharedService service)
{
    private const string Browser = "https://sandbox.cds-hooks.org";

    private readonly ServiceHost _host = service.Host;

    [Theory]
    [Trait("Requirement", "X-02")]
    [InlineData("/cds-services", "GET", "authorization")]
    [InlineData(ServiceHost.PatientView, "POST", "authorization,content-type")]
    [InlineData(ServiceHost.PatientView + "/feedback", "POST", "authorization,content-type")]
    public async Task A_preflight_is_answered_without_a_token(string path, string method, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", Browser);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);

        var answer = await _host.Send(request);

        answer.Status.Should().Be(204);
        Header(answer, "Access-Control-Allow-Origin").Should().Be("*");
        Header(answer, "Access-Control-Allow-Methods").Should().Be("GET,POST,OPTIONS");
        Header(answer, "Access-Control-Allow-Headers").Should().Be("authorization,content-type");
        Header(answer, "Access-Control-Max-Age").Should().Be("600");
    }

    [Theory]
    [Trait("Requirement", "X-03")]
    [InlineData("POST", ServiceHost.PatientView, 415)]
    [InlineData("POST", "/cds-services/other", 404)]
    [InlineData("POST", ServiceHost.PatientView + "/feedback", 415)]
    [InlineData("GET", ServiceHost.PatientView + "/feedback", 405)]
    [InlineData("DELETE", "/cds-services", 405)]
    [InlineData("GET", "/cds-services", 200)]
    public async Task Errors_can_be_read_by_browsers_too(string method, string path, int status)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", Browser);

        var answer = await _host.Send(request);

        answer.Status.Should().Be(status);
        Header(answer, "Access-Control-Allow-Origin").Should().Be("*");
    }

    [Fact]
    [Trait("Requirement", "X-04")]
    public void Outside_Development_only_the_listed_origins_are_allowed_and_no_credentials()
    {
        var options = new ServiceOptions { AllowedOrigins = ["https://ehr.example"] };
        var cors = new CorsOptions();
        new CorsSetup(Options.Create(options), new HostingEnvironment { EnvironmentName = "Production" }).Configure(cors);

        var policy = cors.GetPolicy(cors.DefaultPolicyName)!;

        policy.AllowAnyOrigin.Should().BeFalse();
        policy.SupportsCredentials.Should().BeFalse();
        policy.IsOriginAllowed("https://ehr.example").Should().BeTrue();
        policy.IsOriginAllowed("https://ehr.example.evil").Should().BeFalse();
    }

    private static string Header(Answer answer, string name) => answer.Http.Headers.GetValues(name).Single();
}
