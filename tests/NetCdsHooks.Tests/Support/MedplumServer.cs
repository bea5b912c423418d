using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NetCdsHooks.Tests.Support;

/// <summary>
/// Somebody else's FHIR R4 server (tests/fhir-server), in memory, on a free loopback port. It gives at most
/// 20 resources a page. All test classes of <see cref="MedplumCollection"/> share it: use patient ids of your own.
/// </summary>
public sealed class MedplumServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string?> _errors = new();
    private Process? _process;
    private HttpClient? _client;

    public Uri BaseUrl => Client.BaseAddress!;

    public HttpClient Client => _client ?? throw new InvalidOperationException("The FHIR test server has not been started.");

    /// <summary>What was asked since the start or since <see cref="ForgetRequestsAsync"/>, such as <c>GET /Patient/1</c>.</summary>
    public async Task<IReadOnlyList<string>> RequestsAsync()
    {
        var requests = await Client.GetFromJsonAsync<JsonArray>("_requests");
        return [.. requests!.Select(request => $"{request!["method"]} {request["url"]}")];
    }

    public async Task ForgetRequestsAsync() => (await Client.DeleteAsync("_requests")).EnsureSuccessStatusCode();

    /// <summary>Stores every resource of a Bundle under its own id; the patient first.</summary>
    public async Task LoadAsync(JsonNode bundle)
    {
        var resources = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!);
        foreach (var resource in resources.OrderBy(resource => (string?)resource["resourceType"] == "Patient" ? 0 : 1))
        {
            var response = await Client.PutAsJsonAsync($"{resource["resourceType"]}/{resource["id"]}", resource);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{resource["resourceType"]}/{resource["id"]} was refused: {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The same on an empty server: the more it holds, the slower it searches.</summary>
    public async Task LoadOnlyAsync(JsonNode bundle)
    {
        (await Client.DeleteAsync("_resources")).EnsureSuccessStatusCode();
        await LoadAsync(bundle);
    }

    /// <summary>What is wrong with a resource by R4: structure, invariants, JSON schema, required codes. Empty when it is valid.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(JsonNode resource)
    {
        using var response = await Client.PostAsJsonAsync("$validate-resource", resource);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity))
            throw new InvalidOperationException($"The validator itself failed: {await response.Content.ReadAsStringAsync()}");
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        return [.. answer!["issues"]?.AsArray().Select(issue => (string)issue!) ?? []];
    }

    public async Task InitializeAsync()
    {
        var folder = Repository.PathOf("tests", "fhir-server");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException("tests/fhir-server/node_modules is missing; run tests/run.sh once, which installs it.");
        _process = Start(folder);
        _client = new HttpClient { BaseAddress = await ReadyAsync(_process) };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_process is null)
            return;
        _process.StandardInput.Close();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _process.WaitForExitAsync(bound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private Process Start(string folder)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", ["server.mjs"])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<Uri> ReadyAsync(Process process)
    {
        const string sign = "listening ";
        using var bound = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(bound.Token) is { } line)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
                return new Uri(line[sign.Length..] + "/");
        }

        throw new InvalidOperationException($"The FHIR test server ended before it was ready: {string.Join("\n", _errors)}");
    }
}
