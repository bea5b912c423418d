namespace NetCdsHooks.Tests.Support;

/// <summary>Where the repository lies, found from the folder of the running tests.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NetCdsHooks.sln")))
                return folder.FullName;
        throw new InvalidOperationException("NetCdsHooks.sln lies in no folder above the tests.");
    }
}
