using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Hosting;

/// <summary>The folder of card files on disk.</summary>
internal static class KnowledgeFolder
{
    internal const string Name = "cds-cards";

    /// <param name="configured">What the user names; null for the default.</param>
    /// <param name="preferWorkingDirectory">Whether the default is first looked for where the user stands.</param>
    internal static string Locate(string? configured, bool preferWorkingDirectory)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Path.GetFullPath(configured);
        var here = Path.GetFullPath(Name);
        return preferWorkingDirectory && Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, Name);
    }

    /// <exception cref="KnowledgeException">The folder or a file in it cannot be read.</exception>
    internal static IReadOnlyCollection<KnowledgeFile> Read(string folder) => Read(folder, "CardFolder");

    private static IReadOnlyCollection<KnowledgeFile> Read(string folder, string setting)
    {
        if (!Directory.Exists(folder))
            throw Unreadable(folder, setting, "no such folder");
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(path => new KnowledgeFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path))),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, setting, exception.Message);
        }
    }

    /// <summary>Null when none is configured.</summary>
    internal static string? LocateSite(string? configured) => string.IsNullOrWhiteSpace(configured) ? null : Path.GetFullPath(configured);

    /// <inheritdoc cref="Read(string)"/>
    internal static IReadOnlyCollection<KnowledgeFile> ReadSite(string? folder) =>
        folder is null ? [] : [.. Read(folder, "SiteFolder").Select(file => file with { Path = $"{Path.GetFileName(folder)}/{file.Path}" })];

    private static KnowledgeException Unreadable(string folder, string setting, string found) =>
        new([new Problem(folder, "(folder)", found, $"a readable folder of JSON files, as NetCdsHooks:{setting} names it")]);
}
