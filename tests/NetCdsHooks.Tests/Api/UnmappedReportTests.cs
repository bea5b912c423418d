using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Api.Admin;
using NetCdsHooks.Api.OpenApi;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>Codes that no concept lists are counted, and a site that maps them is rid of them.</summary>
public sealed class UnmappedReportTests : IDisposable
{
    private const string Path = "/admin/unmapped";
    private const string Lab = "http://hospital.example/lab";

    private readonly ServiceHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_code_is_counted_once_for_each_call_without_a_word_of_the_record()
    {
        await _host.Call(WithScan(_host));
        await _host.Call(WithScan(_host));

        var answer = await _host.Get(Path);

        answer.Status.Should().Be(200);
        answer.Http.Headers.CacheControl!.NoStore.Should().BeTrue();
        var entry = answer.Json["unmapped"]!.AsArray().Should().ContainSingle().Which!.AsObject();
        entry.Select(member => member.Key).Should().Equal("system", "code", "looksLike", "calls", "firstSeen", "lastSeen");
        $"{entry["system"]} {entry["code"]} {entry["looksLike"]} {entry["calls"]}".Should().Be($"{Lab} NM77 sstr-imaging 2");
        answer.Text.Should().NotContain("DOTATATE").And.NotContain("Example").And.NotContain(HookCall.Patient);
        _host.Log.Should().NotContain("NM77");
    }

    [Fact]
    public async Task Nothing_is_counted_for_a_patient_without_a_tumour()
    {
        await _host.Call(HookCall.NoTumour(_host).Prefetch("reports", SomeJson.Bundle(Scan())));

        (await _host.Get(Path)).Json["unmapped"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task The_example_of_the_description_is_what_its_call_brings_about()
    {
        foreach (var example in ApiExample.Of("call"))
            await _host.Post(example.Body.ToJsonString());
        var shown = ApiExample.Of("unmapped").Should().ContainSingle().Which;
        var today = (string?)(await _host.Get(Path)).Json["since"];

        var expected = shown.Body.ToJsonString().Replace("2026-11-21", today, StringComparison.Ordinal);
        var answer = await _host.Get(Path);

        answer.Status.Should().Be(shown.Status);
        answer.Json.ToJsonString().Should().Be(expected);
        (await _host.Get("/openapi/v1.json")).Json["paths"]!["/admin/unmapped"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["examples"]!.AsObject()
            .Should().ContainKey(shown.Name);
    }

    /// <summary>The way that cds-cards/concepts/README.md tells.</summary>
    [Fact]
    public async Task A_site_that_adds_the_code_to_its_folder_gets_the_card_in_full_and_loses_the_entry()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "surveillance/receptor-scan-seen.card.json", "\"info\"", "\"warning\"");
        var site = Directory.CreateTempSubdirectory("site-").FullName;
        using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards).With("NetCdsHooks:SiteFolder", site);
        var capped = (await host.Call(WithScan(host))).Card("receptor-scan-seen");
        (await host.Get(Path)).Json["unmapped"]!.AsArray().Should().ContainSingle();

        File.WriteAllText(System.IO.Path.Combine(site, "codes.site.json"), $$"""
            {
              "systems": { "our-lab": { "uris": ["{{Lab}}"], "match": "exact" } },
              "concepts": {
                "sstr-imaging": { "codes": { "our-lab": { "NM77": "Receptor PET/CT, our department" } } },
                "ki67": { "codes": { "our-lab": { "KI67-IHC": "Ki-67, our pathology" } } }
              }
            }
            """);
        host.Services.GetRequiredService<KnowledgeStore>().Reload();
        var full = (await host.Call(WithScan(host))).Card("receptor-scan-seen");

        ((string?)capped["indicator"], (string?)full["indicator"]).Should().Be(("info", "warning"));
        ((string?)capped["summary"]).Should().Contain("from free text");
        ((string?)full["summary"]).Should().NotContain("from free text");
        (await host.Get(Path)).Json["unmapped"]!.AsArray().Should().BeEmpty();
        (await host.Get("/cds-services")).Text.Should().Contain($"{Lab}|KI67-IHC", "observations are asked for by code");
    }

    /// <summary>Story; system; code; whether it is listed.</summary>
    public static TheoryData<string, string?, string, bool> Forms => new()
    {
        { "a code", Lab, "CGA", true },
        { "no system", null, "CGA", true },
        { "letters of all kinds", "urn:x", "CgA-Spiegel µg/ß (1)", true },
        { "the longest code", Lab, new('x', 100), true },
        { "a longer code", Lab, new('x', 101), false },
        { "the longest system", new('x', 200), "CGA", true },
        { "a longer system", new('x', 201), "CGA", false },
        { "a line break", Lab, "CGA\n1", false },
        { "a control character", Lab, "CGA\u0007", false },
        { "a sign that turns the line about", Lab, "CGA\u202e", false },
        { "half a character", Lab, "CGA\ud800", false },
        { "a control character in the system", "urn:\u001b[31m", "CGA", false },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_code_is_listed_or_counted_as_left_out(string story, string? system, string code, bool listed)
    {
        var report = Report([new UnmappedCode(system, code, "chromogranin-a")]);

        report.Unmapped.Length.Should().Be(listed ? 1 : 0, story);
        report.LeftOut.Should().Be(listed ? 0 : 1, story);
    }

    [Fact]
    public void Of_more_than_a_thousand_codes_that_which_was_seen_least_makes_room()
    {
        ImmutableArray<UnmappedCode> many = [.. Enumerable.Range(0, UnmappedCounts.MostCodes).Select(number => new UnmappedCode(Lab, $"{number}", "ki67"))];

        var report = Report(many, many.RemoveAt(7), [new UnmappedCode(Lab, "new", "ki67")]);

        report.Unmapped.Should().HaveCount(UnmappedCounts.MostCodes).And.Contain(entry => entry.Code == "new").And.NotContain(entry => entry.Code == "7");
        report.LeftOut.Should().Be(1);
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_all_counted()
    {
        var counts = _host.Services.GetRequiredService<UnmappedCounts>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var call = 0; call < 500; call++)
                counts.Add([new(Lab, $"{call % 10}", "ki67")]);
        })));

        counts.Report(TestKnowledge.Concepts).Unmapped.Should().HaveCount(10).And.OnlyContain(entry => entry.Calls == 400);
    }

    [Fact]
    public void The_first_and_the_last_day_are_told()
    {
        var clock = new StoppedClock(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        using var host = new ServiceHost().With(services => services.AddSingleton<TimeProvider>(clock));
        var counts = host.Services.GetRequiredService<UnmappedCounts>();

        counts.Add([new(Lab, "CGA", "chromogranin-a")]);
        clock.TurnOn(TimeSpan.FromDays(2));
        counts.Add([new(Lab, "CGA", "chromogranin-a")]);

        counts.Report(TestKnowledge.Concepts).Unmapped.Should().Equal(
            new UnmappedEntry(Lab, "CGA", "chromogranin-a", 2, new(2026, 11, 21), new(2026, 11, 23)));
    }

    [Fact]
    public async Task A_meter_counts_them_by_concept_and_not_by_code()
    {
        var tags = new List<string>();
        using var listener = new MeterListener();
        var meters = _host.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "netcdshooks.unmapped" && instrument.Meter.Scope == meters)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, given, _) =>
        {
            foreach (var (name, tag) in given)
                tags.Add($"{name} {tag} {value}");
        });
        listener.Start();

        await _host.Call(WithScan(_host));

        tags.Should().Equal("concept sstr-imaging 1");
    }

    private UnmappedReport Report(params ImmutableArray<UnmappedCode>[] calls)
    {
        var counts = _host.Services.GetRequiredService<UnmappedCounts>();
        foreach (var codes in calls)
            counts.Add(codes);
        return counts.Report(TestKnowledge.Concepts);
    }

    private static HookCall WithScan(ServiceHost host) => HookCall.ActiveTumour(host).Prefetch("reports", SomeJson.Bundle(Scan()));

    private static JsonNode Scan() => JsonNode.Parse($$"""
        {
          "resourceType": "DiagnosticReport", "id": "scan", "status": "final", "subject": { "reference": "Patient/{{HookCall.Patient}}" },
          "code": { "coding": [ { "system": "{{Lab}}", "code": "NM77", "display": "DOTATATE, Mrs Example" } ], "text": "68Ga-DOTATATE PET/CT" },
          "effectiveDateTime": "2026-05-05"
        }
        """)!;
}
