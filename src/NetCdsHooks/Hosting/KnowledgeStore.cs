using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Hosting;

/// <summary>Turns the files of the card folder, and those of the site, into services.</summary>
internal delegate HookServices KnowledgeLoader(IReadOnlyCollection<KnowledgeFile> files, IReadOnlyCollection<KnowledgeFile> site);

/// <summary>Holds the last good state of the card folder.</summary>
internal sealed partial class KnowledgeStore(
    KnowledgeLoader loader, IOptions<ServiceOptions> options, IHostEnvironment environment, ILogger<KnowledgeStore> logger)
{
    private volatile State? _state;

    internal string Folder => KnowledgeFolder.Locate(options.Value.CardFolder, environment.IsDevelopment());

    /// <summary>Null where no site has adapted the cards.</summary>
    internal string? SiteFolder => KnowledgeFolder.LocateSite(options.Value.SiteFolder);

    internal HookServices Current => Now.Services;

    /// <summary>The codes of all override reasons that cards offer; null before the first good state.</summary>
    internal IReadOnlySet<string>? OverrideCodes => _state?.Services.Knowledge.OverrideCodes;

    /// <summary>What is wrong with the files as they are now; empty unless the last change was refused.</summary>
    internal ImmutableArray<Problem> Problems => Now.Problems;

    private State Now => _state ?? throw new InvalidOperationException("The card folder has not been loaded.");

    /// <summary>
    /// Reads the folder and runs its worked examples, which proves the cards and leaves nothing cold for the first call (N-04).
    /// </summary>
    /// <exception cref="KnowledgeException">With every fault of every file, or every example that does not turn out as written.</exception>
    internal void Load()
    {
        var services = loader(KnowledgeFolder.Read(Folder), KnowledgeFolder.ReadSite(SiteFolder));
        if (services.RunExamples() is { IsEmpty: false } failed)
            throw new KnowledgeException(failed);
        _state = new(services, []);
        foreach (var change in services.SiteChanges)
            LogAdapted(change);
        LogLoaded(services.Knowledge.Cards.Length, Folder, services.Knowledge.Digest);
    }

    /// <summary>Takes over a change of the files, or keeps the last good state and says why.</summary>
    internal void Reload()
    {
        try
        {
            Load();
        }
        catch (KnowledgeException exception)
        {
            _state = Now with { Problems = exception.Problems };
            LogRefused(exception.Problems.Length, Current.Knowledge.Digest, string.Join("\n  ", exception.Problems));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} cards loaded from {Folder}, state {Digest}")]
    private partial void LogLoaded(int count, string folder, string digest);

    [LoggerMessage(LogLevel.Information, "Adapted by the site: {Change}")]
    private partial void LogAdapted(string change);

    [LoggerMessage(LogLevel.Error, "The changed card files have {Count} problem(s); state {Digest} stays in use:\n  {Problems}")]
    private partial void LogRefused(int count, string digest, string problems);

    private sealed record State(HookServices Services, ImmutableArray<Problem> Problems);
}
