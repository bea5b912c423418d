using System.Net;

namespace NetCdsHooks.Tests.Sandbox;

public sealed class FhirSearchTests
{
    public static TheoryData<string, string, string[]> Searches => new()
    {
        { "patient by id", "Observation?patient=mallory", ["mallory-cga"] },
        { "patient by reference", "Observation?patient=Patient/mallory", ["mallory-cga"] },
        { "patient by address", "Observation?patient=http://localhost/fhir/Patient/mallory", ["mallory-cga"] },
        { "subject", "Observation?subject=Patient/mallory", ["mallory-cga"] },
        { "subject of another type", "Observation?subject=Group/mallory", [] },
        { "patient nobody knows", "Observation?patient=nobody", [] },
        { "two patients", "Observation?patient=ada,mallory&code=9811-1", ["cga", "mallory-cga"] },
        { "_id", "Observation?_id=ki67", ["ki67"] },
        { "several _id", "Observation?_id=ki67,cga", ["ki67", "cga"] },
        { "code alone", "Observation?patient=ada&code=9811-1", ["cga"] },
        { "system and code", "Observation?patient=ada&code=http://loinc.org|9811-1", ["cga"] },
        { "another system", "Observation?patient=ada&code=http://snomed.info/sct|9811-1", [] },
        { "a list of codes", "Observation?patient=ada&code=http://loinc.org|9811-1,http://loinc.org|29593-1", ["ki67", "cga"] },
        { "code without system", "Observation?patient=ada&code=|local-ki67", ["ki67"] },
        { "code that has a system", "Observation?patient=ada&code=|9811-1", [] },
        { "any code of a system", "Observation?patient=ada&code=http://loinc.org|", ["ki67", "cga", "ecog"] },
        { "status", "Observation?patient=ada&status=amended", ["cga"] },
        { "status list", "Observation?patient=ada&status=amended,final", ["ki67", "cga", "ecog", "undated"] },
        { "status with its system", "Observation?patient=ada&status=http://hl7.org/fhir/observation-status|amended", ["cga"] },
        { "category", "Observation?patient=ada&category=survey", ["ecog"] },
        { "two parameters are and", "Observation?patient=ada&category=laboratory&status=final", ["ki67"] },
        { "clinical status", "Condition?patient=ada&clinical-status=active", ["net"] },
        { "date on a day", "Observation?patient=ada&date=2026-10-01", ["cga"] },
        { "date in a month", "Observation?patient=ada&date=eq2026-03", ["ki67"] },
        { "a day inside a month is not equal", "Observation?patient=ada&date=2026-03-10", [] },
        { "date in a year", "Observation?patient=ada&date=2026", ["ki67", "cga"] },
        { "from a day on", "Observation?patient=ada&date=ge2026-03-01", ["ki67", "cga"] },
        { "after a day", "Observation?patient=ada&date=gt2026-10-01", [] },
        { "up to a day", "Observation?patient=ada&date=le2025-01-31", ["ecog"] },
        { "before a day", "Observation?patient=ada&date=lt2025-01-02", ["ecog"] },
        { "before the end of time", "Observation?patient=ada&date=lt9999", ["ki67", "cga", "ecog"] },
        { "at a moment", "Observation?patient=ada&date=2026-10-01T06:30:00Z", ["cga"] },
        { "between two days", "Observation?patient=ada&date=ge2026-01-01&date=lt2026-06-01", ["ki67"] },
        { "condition by recorded date", "Condition?patient=ada&date=2025", ["net"] },
        { "newest first, undated last", "Observation?patient=ada&_sort=-date", ["cga", "ki67", "ecog", "undated"] },
        { "oldest first, undated last", "Observation?patient=ada&_sort=date", ["ecog", "ki67", "cga", "undated"] },
        { "newest one", "Observation?patient=ada&_sort=-date&_count=1", ["cga"] },
        { "format is passed over", "Observation?_id=ki67&_format=json", ["ki67"] },
        { "appointment by participant", "Appointment?patient=ada&status=booked,pending", ["visit"] },
        { "appointment by start", "Appointment?patient=Patient/ada&date=2026-11-24", ["visit"] },
        { "all patients", "Patient", ["ada", "mallory"] },
        { "one patient", "Patient?_id=ada", ["ada"] },
        { "a known type without data", "CarePlan?patient=ada", [] },
    };

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "unknown parameter", "Observation?patient=ada&flavour=sweet", "Unknown parameter 'flavour' of Observation; accepted: _id, patient, subject, code, status, category, date, _sort, _count, _offset, _format." },
        { "a modifier", "Observation?code:in=x", "Unknown parameter 'code:in' of Observation" },
        { "a parameter of another type", "Patient?patient=ada", "Unknown parameter 'patient' of Patient; accepted: _id, _sort, _count, _offset, _format." },
        { "unknown prefix", "Observation?date=ap2026", "Parameter 'date': 'ap2026' is no date; accepted: eq, ge, gt, le, lt or nothing" },
        { "no date", "Observation?date=yesterday", "Parameter 'date': 'yesterday' is no date" },
        { "impossible date", "Observation?date=2026-02-30", "Parameter 'date': '2026-02-30' is no date" },
        { "empty value", "Observation?patient=", "Parameter 'patient' holds an empty value." },
        { "empty part of a list", "Observation?code=9811-1,", "Parameter 'code' holds an empty value." },
        { "token with two bars", "Observation?code=a|b|c", "'a|b|c' is no token; accepted: code, system|code, |code, system|." },
        { "unknown sort key", "Observation?_sort=-colour", "Cannot sort Observation by '-colour'; accepted: date, -date." },
        { "count that is no number", "Observation?_count=many", "Parameter '_count': 'many' is no whole number of 0 or more." },
        { "negative offset", "Observation?_offset=-1", "Parameter '_offset': '-1' is no whole number of 0 or more." },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_search_finds_what_it_asks_for(string story, string query, string[] expected)
    {
        await using var host = await SandboxHost.WithInventedSamples();

        (await host.Ids($"/fhir/{query}")).Should().Equal(expected, story);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_search_that_is_not_understood_is_refused_not_widened(string story, string query, string message)
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var (status, outcome) = await host.Get($"/fhir/{query}");

        status.Should().Be(HttpStatusCode.BadRequest, story);
        outcome.GetProperty("resourceType").GetString().Should().Be("OperationOutcome");
        outcome.GetProperty("issue")[0].GetProperty("diagnostics").GetString().Should().StartWith(message);
    }

    [Fact]
    public async Task A_search_by_post_answers_like_a_search_by_get()
    {
        await using var host = await SandboxHost.WithInventedSamples();
        using var form = new FormUrlEncodedContent([new("patient", "ada"), new("code", "http://loinc.org|9811-1")]);

        using var response = await host.Client.PostAsync("/fhir/Observation/_search", form);
        var (status, bundle) = await SandboxHost.Read(response);

        status.Should().Be(HttpStatusCode.OK);
        SandboxHost.IdsOf(bundle).Should().Equal("cga");
    }

    [Fact]
    public async Task A_search_by_post_without_a_form_is_refused()
    {
        await using var host = await SandboxHost.WithInventedSamples();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync("/fhir/Observation/_search", json);
        var (status, outcome) = await SandboxHost.Read(response);

        status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        outcome.GetProperty("issue")[0].GetProperty("diagnostics").GetString().Should().Contain("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task A_bundle_says_its_total_its_addresses_and_its_mode()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var (_, bundle) = await host.Get("/fhir/Observation?patient=ada&_count=2");

        bundle.GetProperty("type").GetString().Should().Be("searchset");
        bundle.GetProperty("total").GetInt32().Should().Be(4);
        bundle.GetProperty("entry").GetArrayLength().Should().Be(2);
        bundle.GetProperty("entry")[0].GetProperty("fullUrl").GetString().Should().Be("http://localhost/fhir/Observation/ki67");
        bundle.GetProperty("entry")[0].GetProperty("search").GetProperty("mode").GetString().Should().Be("match");
        SandboxHost.Link(bundle, "self").Should().Be("http://localhost/fhir/Observation?patient=ada&_count=2");
        SandboxHost.Link(bundle, "next").Should().Be("http://localhost/fhir/Observation?patient=ada&_count=2&_offset=2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(500)]
    [InlineData(2147483647)]
    public async Task Following_next_meets_every_resource_once(int count)
    {
        await using var host = await SandboxHost.WithInventedSamples();
        var seen = new List<string>();

        string? next = $"/fhir/Observation?_sort=-date&_count={count}";
        while (next is not null)
        {
            var (_, bundle) = await host.Get(next);
            seen.AddRange(SandboxHost.IdsOf(bundle));
            next = SandboxHost.Link(bundle, "next");
        }

        seen.Should().Equal("mallory-cga", "cga", "ki67", "ecog", "undated");
    }

    [Fact]
    public async Task A_count_of_zero_gives_the_total_alone()
    {
        await using var host = await SandboxHost.WithInventedSamples();

        var (_, bundle) = await host.Get("/fhir/Observation?_count=0");

        bundle.GetProperty("total").GetInt32().Should().Be(5);
        bundle.TryGetProperty("entry", out _).Should().BeFalse("FHIR has no empty arrays");
        SandboxHost.Link(bundle, "next").Should().BeNull();
    }
}
