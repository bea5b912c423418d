using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>The table of the invented patients says what their stories and answers say.</summary>
public sealed class SampleTableTests(ShippedService service) : IClassFixture<ShippedService>
{
    private static readonly string[] Hooks = ["patient-view", "order-select", "order-sign"];

    [Fact]
    public async Task Every_invented_patient_is_in_the_table_with_its_cards() =>
        await ExpectTable("table", $"| patient | story | {string.Join(" | ", Hooks)} |\n| --- | --- |{string.Concat(Hooks.Select(_ => " --- |"))}\n", Samples.Names, async sample =>
        {
            var title = File.ReadLines(Repository.PathOf("fhir-samples", sample, "story.md")).First().TrimStart('#', ' ').Split(" - ", 2);
            var cards = await Task.WhenAll(Hooks.Select(hook => Samples.Calls.Contains($"{sample}/{hook}") ? CardsOf($"{sample}/{hook}") : Task.FromResult("")));
            return $"| [{title[0]}]({sample}/story.md) | {title[1]} | {string.Join(" | ", cards)} |\n";
        });

    [Fact]
    public async Task Every_other_call_is_in_the_table_with_its_cards() =>
        await ExpectTable("calls", "| call | patient | hook | cards |\n| --- | --- | --- | --- |\n", Samples.Calls.Where(call => !Samples.Names.Contains(call.Split('/')[0])), async path =>
        {
            var call = Samples.Call(path);
            return $"| [{path.Split('/')[1].Replace('-', ' ')}]({path}.json) | {call.PatientId} | {call.Hook} | {await CardsOf(path)} |\n";
        });

    private static async Task ExpectTable(string name, string head, IEnumerable<string> items, Func<string, Task<string>> row)
    {
        var (begin, end) = ($"<!-- {name}:begin -->\n", $"<!-- {name}:end -->");
        var file = Repository.PathOf("fhir-samples", "README.md");
        var text = await File.ReadAllTextAsync(file);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        var expected = head + string.Concat(await Task.WhenAll(items.Select(row)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, text[..start] + expected + text[stop..]);

        text[start..stop].Should().Be(expected, "it follows the stories and the answers; run the tests with UPDATE_GOLDEN=1 to renew it");
    }

    private async Task<string> CardsOf(string call)
    {
        var answer = await service.Call(service.FullPrefetch(call));
        return answer.Cards.Count == 0 ? "none" : string.Join("<br>", answer.Cards.Zip(answer.CardIds, (card, id) => $"{card["indicator"]}: `{id}`"));
    }
}
