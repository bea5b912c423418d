using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>The table of the invented patients says what their stories and answers say.</summary>
public sealed class SampleTableTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string Begin = "<!-- table:begin -->\n";
    private const string End = "<!-- table:end -->";

    [Fact]
    public async Task Every_invented_patient_is_in_the_table_with_its_cards()
    {
        var file = Repository.PathOf("fhir-samples", "README.md");
        var text = await File.ReadAllTextAsync(file);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var expected = "| patient | story | cards |\n| --- | --- | --- |\n" + string.Concat(await Task.WhenAll(Samples.Names.Select(RowAsync)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, text[..start] + expected + text[end..]);

        text[start..end].Should().Be(expected, "it follows the stories and the answers; run the tests with UPDATE_GOLDEN=1 to renew it");
    }

    private async Task<string> RowAsync(string sample)
    {
        var title = File.ReadLines(Repository.PathOf("fhir-samples", sample, "story.md")).First().TrimStart('#', ' ').Split(" - ", 2);
        var answer = await service.Call(service.FullPrefetch(sample));
        var cards = answer.Cards.Zip(answer.CardIds, (card, id) => $"{card["indicator"]}: `{id}`");
        return $"| [{title[0]}]({sample}/story.md) | {title[1]} | {string.Join("<br>", cards)} |\n";
    }
}
