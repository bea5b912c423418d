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
    internal static IReadOnlyCollection<KnowledgeFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw Unreadable(folder, "no such folder");
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
            throw Unreadable(folder, exception.Message);
        }
    }

    private static KnowledgeException Unreadable(string folder, string found) =>
        new([new Problem(folder, "(folder)", found, "a readable folder of card files, as NetCdsHooks:CardFolder names it")]);
}
