using System.Diagnostics;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

/// <summary>The program on <see cref="QuickCards"/>, on a free port of loopback; it is killed in any case.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process _process;

    private ServiceProcess(Process process) => _process = process;

    internal Uri Address { get; private set; } = null!;

    internal static async Task<ServiceProcess> StartAsync(string feedbackFolder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["NetCdsHooks__CardFolder"] = QuickCards.Folder;
        start.Environment["NetCdsHooks__Feedback__Folder"] = feedbackFolder;
        start.Environment["NetCdsHooks__Feedback__Key"] = SomeKey.Text;
        var service = new ServiceProcess(Process.Start(start)!);
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            service.Address = await service.AddressAsync(patience.Token);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    internal void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var place)
            {
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(line[(place + Announcement.Length)..].Trim());
            }

        throw new InvalidOperationException("The service ended before it listened.");
    }
}
