using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Tests.Hosting;

public sealed class SettingsTests
{
    /// <summary>Story; setting; value; the fault that is told, null for none.</summary>
    public static TheoryData<string, string, string, string?> Settings => new()
    {
        { "a date", "AsOf", "2026-11-21", null },
        { "no date", "AsOf", "tomorrow", "NetCdsHooks:AsOf: found \"tomorrow\"; accepted: a date such as 2026-11-21" },
        { "a zone", "TimeZone", "Europe/Berlin", null },
        { "no zone", "TimeZone", "Mars", "NetCdsHooks:TimeZone: found \"Mars\"; accepted: an IANA name such as Europe/Berlin" },
        { "an empty zone", "TimeZone", "", "NetCdsHooks:TimeZone: found \"\"; accepted: a text that is not empty" },
        { "a mode", "PrefetchMode", "gate", null },
        { "no mode", "PrefetchMode", "Some", "NetCdsHooks:PrefetchMode: found \"Some\"; accepted: Full or Gate" },
        { "a number for a mode", "PrefetchMode", "7", "NetCdsHooks:PrefetchMode: found \"7\"; accepted: Full or Gate" },
        { "an edition", "CdsHooks", "V3", null },
        { "no edition", "CdsHooks", "3.0", "NetCdsHooks:CdsHooks: found \"3.0\"; accepted: V2 or V3" },
        { "a body too small", "MaxBodyBytes", "10", "NetCdsHooks:MaxBodyBytes: found \"10\"; accepted: 1024 to 104857600" },
        { "no number", "MaxBodyBytes", "10 MB", "NetCdsHooks:MaxBodyBytes: found \"10 MB\"; accepted: a whole number" },
        { "an origin", "AllowedOrigins:0", "https://ehr.example:8443", null },
        { "an origin with a path", "AllowedOrigins:0", "https://ehr.example/app", "NetCdsHooks:AllowedOrigins: found \"https://ehr.example/app\"; accepted: scheme, host and port" },
        { "a wildcard", "AllowedOrigins:0", "*", "NetCdsHooks:AllowedOrigins: found \"*\"; accepted: scheme, host and port" },
        { "a budget", "Fhir:Budget", "00:00:02", null },
        { "a budget too long", "Fhir:Budget", "01:00:00", "NetCdsHooks:Fhir:Budget: found \"01:00:00\"; accepted: 00:00:00.0500000 to 00:01:00" },
        { "no budget", "Fhir:Budget", "soon", "NetCdsHooks:Fhir:Budget: found \"soon\"; accepted: a time span such as 00:00:04" },
        { "a mistyped setting", "PrefetchMod", "Gate", "NetCdsHooks:PrefetchMod: is no setting; there are AsOf, TimeZone" },
        { "a proxy", "Fhir:Proxy", "http://proxy.example.org:3128", null },
        { "a proxy without its scheme", "Fhir:Proxy", "proxy.example.org:3128", "NetCdsHooks:Fhir:Proxy: found \"proxy.example.org:3128\"; accepted: scheme, host and port" },
        { "a way to search", "Fhir:Search", "Batch", null },
        { "no way to search", "Fhir:Search", "Put", "NetCdsHooks:Fhir:Search: found \"Put\"; accepted: Get or Post or Batch" },
        { "a mistyped setting inside", "Fhir:Pages", "3", "NetCdsHooks:Fhir:Pages: is no setting; there are Budget, Preferred" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_accepted_or_refused_with_what_is_accepted(string story, string setting, string value, string? fault)
    {
        var faults = FaultsIn("Development", (setting, value));

        if (fault is null)
            faults.Should().BeEmpty(story);
        else
            faults.Should().ContainSingle(story).Which.Should().StartWith(fault, story);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        FaultsIn("Development", ("AsOf", "x"), ("TimeZone", "Mars"), ("Fhir:MaxPages", "0"), ("Foo", "1")).Should().HaveCount(4);

    [Fact]
    public void A_fixed_date_is_refused_outside_Development() =>
        FaultsIn("Production", ("AsOf", "2026-11-21")).Should()
            .Contain("NetCdsHooks:AsOf: a fixed date is accepted in Development only; remove it.");

    [Fact]
    public void The_documented_defaults_are_those_of_the_file()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Support.Repository.PathOf("src", "NetCdsHooks", "appsettings.json")).Build();

        var written = file.GetSection(ServiceOptions.Section).Get<ServiceOptions>();

        written.Should().BeEquivalentTo(new ServiceOptions());
        SettingsCheck.Check(file.GetSection(ServiceOptions.Section), typeof(ServiceOptions)).Should().BeEmpty();
        written!.Fhir.Should().BeEquivalentTo(new FhirAccessOptions());
    }

    [Theory]
    [InlineData("2026-11-21T23:30:00Z", "UTC", "2026-11-21")]
    [InlineData("2026-11-21T23:30:00Z", "Europe/Berlin", "2026-11-22")]
    [InlineData("2026-11-22T03:30:00Z", "America/New_York", "2026-11-21")]
    public void Today_is_the_day_at_the_site(string now, string zone, string today) =>
        new SiteClock(new Stopped(DateTimeOffset.Parse(now, null)), Options.Create(new ServiceOptions { TimeZone = zone }))
            .Today.Should().Be(DateOnly.ParseExact(today, "yyyy-MM-dd", null));

    [Fact]
    public void A_fixed_date_is_today() =>
        new SiteClock(TimeProvider.System, Options.Create(new ServiceOptions { AsOf = new(2026, 11, 21) })).Today.Should().Be(new(2026, 11, 21));

    private static IEnumerable<string> FaultsIn(string environment, params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"NetCdsHooks:{pair.Setting}", (string?)pair.Value)))
            .Build();
        var options = SettingsSetup.Usable(configuration.GetSection(ServiceOptions.Section)).Get<ServiceOptions>() ?? new();
        return new ServiceOptionsValidator(configuration, new HostingEnvironment { EnvironmentName = environment }).Validate(null, options).Failures ?? [];
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
