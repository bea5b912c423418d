using System.Diagnostics;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Hosting;

/// <summary>The program as a process of its own that must not start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Outside_Development_the_process_ends_with_every_fault_of_the_settings()
    {
        var (code, error) = await Start("Production", ("NetCdsHooks__TimeZone", "Mars"), ("NetCdsHooks__AsOf", "2026-11-21"));

        code.Should().Be(1);
        error.Should().Contain("NetCdsHooks:ClientsFile: found nothing")
            .And.Contain("NetCdsHooks:AsOf: a fixed date is accepted in Development only")
            .And.Contain("NetCdsHooks:TimeZone: found \"Mars\"")
            .And.NotContain("Exception");
    }

    [Fact]
    [Trait("Requirement", "N-04")]
    public async Task With_bad_cards_the_process_ends_with_every_problem_of_every_file()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "coordination/tumour-active.card.json", "\"warning\"", "\"hard-stop\"");
        TestCards.Change(cards, "workup/ki67-unrecorded.card.json", "\"1.2.3\"", "\"1\"");

        var (code, error) = await Start("Development", ("NetCdsHooks__CardFolder", cards));

        code.Should().Be(1);
        error.Should().Contain("tumour-active.card.json: $.indicator: found \"hard-stop\"")
            .And.Contain("ki67-unrecorded.card.json: $.version: found \"1\"")
            .And.NotContain("Exception");
    }

    [Fact]
    public async Task With_a_bad_clients_file_the_process_ends_with_every_problem_of_clients_and_cards()
    {
        var cards = TestCards.NewFolder();
        TestCards.Change(cards, "coordination/tumour-active.card.json", "\"warning\"", "\"hard-stop\"");
        var clients = Path.Combine(cards, "..", $"{Guid.NewGuid()}.json");
        await File.WriteAllTextAsync(clients, """{ "clients": [ { "name": "EHR", "issuer": "https://sandbox.cds-hooks.org" } ] }""");

        var (code, error) = await Start(
            "Production", ("NetCdsHooks__CardFolder", cards), ("NetCdsHooks__ClientsFile", clients),
            ("NetCdsHooks__PublicUrl", "https://cds.example.org"), ("NetCdsHooks__BehindTlsProxy", "true"),
            ("NetCdsHooks__Feedback__Folder", Directory.CreateTempSubdirectory("feedback-").FullName), ("NetCdsHooks__Feedback__Key", SomeKey.Text));

        code.Should().Be(1);
        error.Should().Contain("$.clients[0]: found neither \"keySetUrl\" nor \"keys\"")
            .And.Contain("accepted in Development only")
            .And.Contain("tumour-active.card.json: $.indicator: found \"hard-stop\"")
            .And.NotContain("Exception");
    }

    private static async Task<(int Code, string Error)> Start(string environment, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            await Task.WhenAll(error, output, process.WaitForExitAsync(patience.Token));
            return (process.ExitCode, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
