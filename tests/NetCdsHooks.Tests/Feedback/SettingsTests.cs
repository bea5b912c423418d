using Microsoft.Extensions.Hosting.Internal;
using NetCdsHooks.Feedback;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

public sealed class SettingsTests
{
    private const string Production = "Production";
    private const string Development = "Development";

    private static readonly string Folder = Directory.CreateTempSubdirectory("feedback-").FullName;
    private static readonly string Blocked = WriteFile("");

    /// <summary>Story; environment; the settings; how each fault begins.</summary>
    public static TheoryData<string, string, object, string[]> Settings => new()
    {
        { "a key and a folder", Production, new FeedbackOptions { Key = SomeKey.Text, Folder = Folder }, [] },
        { "a key in a file", Production, new FeedbackOptions { KeyFile = WriteFile(SomeKey.Text + "\n"), Folder = Folder }, [] },
        {
            "nothing", Production, new FeedbackOptions(),
            [
                "NetCdsHooks:Feedback:Key: found nothing; accepted in Production: base64 of at least 32 random bytes",
                "NetCdsHooks:Feedback:Folder: found nothing; accepted in Production: a folder that outlives the process",
            ]
        },
        { "nothing in Development", Development, new FeedbackOptions { Folder = Folder }, [] },
        { "a short key", Development, new FeedbackOptions { Key = "c2hvcnQ=", Folder = Folder }, ["NetCdsHooks:Feedback:Key: found another text; accepted: base64"] },
        { "a sentence for a key", Production, new FeedbackOptions { Key = "a secret sentence that is no base64 at all", Folder = Folder }, ["NetCdsHooks:Feedback:Key: found another text"] },
        { "both", Production, new FeedbackOptions { Key = SomeKey.Text, KeyFile = "x", Folder = Folder }, ["NetCdsHooks:Feedback:Key: found a key beside KeyFile"] },
        { "no such file", Production, new FeedbackOptions { KeyFile = "/no/such/key", Folder = Folder }, ["NetCdsHooks:Feedback:KeyFile: found \"/no/such/key\", which cannot be read"] },
        { "another file", Production, new FeedbackOptions { KeyFile = Blocked, Folder = Folder }, ["NetCdsHooks:Feedback:KeyFile: found another text in"] },
        { "a folder below a file", Production, new FeedbackOptions { Key = SomeKey.Text, Folder = Path.Combine(Blocked, "x") }, [$"NetCdsHooks:Feedback:Folder: found \"{Blocked}/x\", which cannot be written to"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void What_is_missing_or_wrong_is_told_and_never_a_key(string story, string environment, object settings, string[] faults)
    {
        var found = FaultsIn(environment, (FeedbackOptions)settings);

        found.Should().HaveCount(faults.Length, story);
        foreach (var fault in faults)
            found.Should().Contain(line => line.StartsWith(fault, StringComparison.Ordinal), story);
        found.Should().NotContain(line => line.Contains(SomeKey.Text) || line.Contains("secret sentence"));
    }

    [Fact]
    public void In_Development_a_folder_has_one_key_that_is_made_up_once()
    {
        var options = new ServiceOptions { Feedback = new() { Folder = Path.Combine(Folder, "made-up") } };

        var keys = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => FeedbackPlace.Key(options).StandIn("x")).ToArray();

        keys.Distinct().Should().ContainSingle();
        Directory.GetFiles(options.Feedback.Folder!).Should().ContainSingle().Which.Should().EndWith("key");
    }

    private static IEnumerable<string> FaultsIn(string environment, FeedbackOptions options) =>
        new FeedbackOptionsValidator(new HostingEnvironment { EnvironmentName = environment }).Validate(null, new ServiceOptions { Feedback = options }).Failures ?? [];

    private static string WriteFile(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("key-").FullName, "file");
        File.WriteAllText(path, text);
        return path;
    }
}
