using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Trust.Registry;

/// <summary>Holds the last good state of the clients file.</summary>
internal sealed partial class RegistryStore(
    KnowledgeStore knowledge, IOptions<ServiceOptions> options, IHostEnvironment environment, ILogger<RegistryStore> logger)
{
    private volatile State _state = new(null, []);

    /// <summary>Null where no clients file is configured, which only Development accepts.</summary>
    internal string? File => string.IsNullOrWhiteSpace(options.Value.ClientsFile) ? null : Path.GetFullPath(options.Value.ClientsFile);

    /// <summary>Null where anybody may call.</summary>
    internal ClientRegistry? Current => _state.Registry ?? (File is null && environment.IsDevelopment()
        ? null
        : throw new InvalidOperationException("The clients file has not been loaded."));

    /// <summary>What is wrong with the file as it is now; empty unless the last change was refused.</summary>
    internal ImmutableArray<Problem> Problems => _state.Problems;

    /// <exception cref="RegistryException">With every fault of the file.</exception>
    internal void Load()
    {
        if (File is not { } file)
            return;
        var registry = ClientRegistry.Load(Read(file), environment.IsDevelopment(), knowledge.OverrideCodes);
        _state = new(registry, []);
        LogLoaded(registry.Clients.Length, file);
    }

    /// <summary>Takes over a change of the file, or keeps the last good state and says why.</summary>
    internal void Reload()
    {
        try
        {
            Load();
        }
        catch (RegistryException exception)
        {
            _state = _state with { Problems = exception.Problems };
            LogRefused(exception.Problems.Length, exception.Message);
        }
    }

    private static KnowledgeFile Read(string file)
    {
        try
        {
            return new(Path.GetFileName(file), System.IO.File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RegistryException([new Problem(file, "(file)", exception.Message, "a readable JSON file, as NetCdsHooks:ClientsFile names it")]);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} client(s) loaded from {File}")]
    private partial void LogLoaded(int count, string file);

    [LoggerMessage(LogLevel.Error, "The changed clients file has {Count} problem(s); the last good state stays in use:\n  {Problems}")]
    private partial void LogRefused(int count, string problems);

    private sealed record State(ClientRegistry? Registry, ImmutableArray<Problem> Problems);
}
