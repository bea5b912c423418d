namespace NetCdsHooks.Tests.Support;

/// <summary>Files that are made from others and committed.</summary>
internal static class Golden
{
    /// <summary>Compares, or renews the file when <c>UPDATE_GOLDEN=1</c>.</summary>
    internal static async Task CompareAsync(string file, string expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, expected);
        (await File.ReadAllTextAsync(file)).Should().Be(expected, "after an intended change run the tests once with UPDATE_GOLDEN=1 and read the difference");
    }
}
