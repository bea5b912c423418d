using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>The details of every card of every sample, as a reader of GitHub Flavored Markdown sees them.</summary>
public class DetailMarkdownTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseEmphasisExtras().Build();

    public static TheoryData<string> Calls => Samples.EveryCall;

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Requirement", "C-03")]
    [Trait("Requirement", "C-04")]
    [Trait("Requirement", "X-08")]
    public void Details_hold_no_HTML_and_lead_nowhere_but_to_https(string call)
    {
        foreach (var detail in Details(call))
            Check(detail, call);
    }

    internal static void Check(string detail, string story)
    {
        var nodes = Markdown.Parse(detail, GitHub).Descendants().ToArray();

        nodes.Should().NotContain(node => node is HtmlBlock || node is HtmlInline, story);
        nodes.OfType<LinkInline>().Should().NotContain(link => !link.Url!.StartsWith("https://", StringComparison.Ordinal), story);
        nodes.OfType<ListBlock>().Should().NotBeEmpty("each card lists what it rests on");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Requirement", "X-07")]
    public void Details_tell_the_day_of_reading_and_the_dates_of_what_was_found(string call)
    {
        foreach (var detail in Details(call))
        {
            detail.Should().StartWith("**").And.Contain("2026-11-21");
            foreach (var line in detail.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains("(`", StringComparison.Ordinal)))
                line.Should().MatchRegex(@"`, (about )?(\d{4}(-\d{2}(-\d{2})?)?|undated)", "{0} rests on a resource", line);
        }
    }

    private static IEnumerable<string> Details(string call) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("fhir-samples", $"{call}.expected.json")))!["cards"]!.AsArray().Select(card => (string?)card!["detail"]).OfType<string>();
}
