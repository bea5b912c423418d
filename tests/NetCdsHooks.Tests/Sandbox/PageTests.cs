using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

public sealed class PageTests
{
    [Fact]
    public async Task Every_embedded_sample_is_listed_with_its_story_its_link_and_its_command()
    {
        var samples = SampleReader.Read(new EmbeddedSampleSource().Read()).Samples;
        await using var host = await SandboxHost.WithEmbeddedSamples();

        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/"));

        page.Should().Contain($"All {samples.Length} patients are invented");
        foreach (var sample in samples)
            page.Should().Contain($"href=\"http://localhost/fhir/Patient/{sample.Patient.Id}\"")
                .And.Contain($"\"context\":{{\"userId\":\"Practitioner/demo\",\"patientId\":\"{sample.Patient.Id}\"}}");
        foreach (var (sample, call) in samples.SelectMany(sample => sample.Calls.Select(call => (sample, call))))
            page.Should().MatchRegex($"net-{call.Hook}' [^\\n]*\\n[^\\n]*\\n[^\\n]*\"patientId\":\"{sample.Patient.Id}\"");
    }

    [Fact]
    public async Task A_call_about_orders_is_moved_to_the_day_and_safe_in_a_shell()
    {
        await using var host = await SandboxHost.WithInventedSamples(new DateOnly(2026, 11, 23));

        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/"));

        page.Should().Contain("The call on signing orders").And.Contain("curl -s 'http://localhost/cds-services/net-order-sign'")
            .And.Contain("\"occurrenceDateTime\":\"2026-12-02\"").And.Contain("Ada\\u0027s CT");
    }

    [Fact]
    public async Task A_card_tells_name_age_subject_story_and_command()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/"));

        page.Should().Contain("<h3>Ada Berg</h3>").And.Contain("55 years, female", "her birthday is tomorrow")
            .And.Contain("A short record").And.Contain("<p>A second paragraph.</p>")
            .And.MatchRegex("curl -s 'http://localhost/cds-services/net-patient-view' \\\\\n  -H 'content-type: application/json' \\\\\n  -d '\\{\"hook\":\"patient-view\",\"hookInstance\":\"[0-9a-f-]{36}\",\"fhirServer\":\"http://localhost/fhir\",\"context\":\\{\"userId\":\"Practitioner/demo\",\"patientId\":\"ada\"\\}\\}'");
    }

    [Fact]
    public async Task The_page_says_what_it_is_and_where_to_go()
    {
        await using var host = await SandboxHost.WithInventedSamples(new DateOnly(2027, 1, 5));

        var page = await host.Client.GetStringAsync("/");

        page.Should().Contain("not a medical device").And.Contain("invented").And.Contain("clinicians")
            .And.Contain("href=\"cds-services\"").And.Contain("href=\"fhir/metadata\"")
            .And.Contain("told as of 21 November 2026").And.Contain("moved to 5 January 2027")
            .And.NotContain("{{", "every placeholder is filled");
    }

    [Fact]
    public async Task Texts_of_the_samples_never_become_markup()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var page = await host.Client.GetStringAsync("/");

        page.Should().Contain("Mal &amp; Co &lt;script&gt;alert(1)&lt;/script&gt;").And.Contain("Writes &lt;b&gt;HTML&lt;/b&gt;.")
            .And.NotContain("<script>alert").And.NotContain("<b>HTML");
    }

    [Fact]
    public async Task Only_the_style_and_the_script_of_the_page_may_run()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        using var response = await host.Client.GetAsync("/");
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        policy.Should().StartWith("default-src 'none'; ").And.NotContain("unsafe");
        foreach (var element in (string[])["style", "script"])
        {
            var text = Regex.Match(page, $"<{element}>(.*)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            policy.Should().Contain($"{element}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
        }
    }
}
