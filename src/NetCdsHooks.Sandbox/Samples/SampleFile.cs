namespace NetCdsHooks.Sandbox.Samples;

/// <summary>One file of a sample as written; <c>Path</c> is relative to the folder of the samples: <c>ida/bundle.json</c>.</summary>
internal sealed record SampleFile(string Path, string Text)
{
    public const string BundleName = "bundle.json";
    public const string StoryName = "story.md";

    private const string CallEnding = ".json";

    public string Sample => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>A call, named for its hook.</summary>
    public bool IsCall => Name != BundleName && Name.EndsWith(CallEnding, StringComparison.Ordinal);

    public string Hook => Name[..^CallEnding.Length];
}
