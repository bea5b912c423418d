using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>
/// The invented patients once for each caller: the ids of the patient and of all that belongs to them carry the caller's mark, such as
/// <c>dana-k0017-condition-net</c>.
/// </summary>
internal sealed partial class CallerRecords
{
    /// <summary>Stands for the mark in what is prepared.</summary>
    private const string AnyMark = "-k0000";

    private readonly ConcurrentDictionary<string, BundleQuery> _records = new();
    private readonly ConcurrentDictionary<string, string> _answers = new();

    internal static string MarkOf(int caller) => $"-k{caller:0000}";

    internal static string Marked(string sample, string json, string mark) =>
        Regex.Replace(json, $"(?<=[\"/]){sample}(?=[\"-])", sample + mark, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>Every mark in a text.</summary>
    internal static IEnumerable<string> MarksIn(string text) => Mark().Matches(text).Select(match => match.Value);

    /// <summary>What a query is answered; null for a read that finds nothing.</summary>
    /// <param name="address">Such as <c>/Observation?patient=dana-k0017</c>.</param>
    internal string? Answer(string address)
    {
        var mark = MarksIn(address).First();
        var prepared = _answers.GetOrAdd(address.Replace(mark, AnyMark, StringComparison.Ordinal), Prepare);
        return prepared.Length == 0 ? null : prepared.Replace(AnyMark, mark, StringComparison.Ordinal);
    }

    private string Prepare(string address)
    {
        var request = new RecordedRequest("GET", address, null);
        var sample = Owner().Match(address).Groups["sample"].Value;
        var record = _records.GetOrAdd(sample, name => new(JsonNode.Parse(Marked(name, Samples.Json(name).ToJsonString(), AnyMark))!));
        return request.Id is { } id
            ? record.Read(request.ResourceType, id)?.ToJsonString() ?? ""
            : SomeJson.Bundle(record.Search(request.ResourceType, request.Parameters).Select(resource => resource.DeepClone())).ToJsonString();
    }

    [GeneratedRegex(@"-k[0-9]{4}\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<sample>[a-z]+)-k0000")]
    private static partial Regex Owner();
}
