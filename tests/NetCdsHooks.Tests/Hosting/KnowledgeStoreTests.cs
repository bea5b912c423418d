using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Hosting;

public sealed class KnowledgeStoreTests
{
    private const string Card = "coordination/tumour-active.card.json";

    [Fact]
    public async Task A_good_change_of_the_files_is_taken_over_while_running()
    {
        var cards = TestCards.NewFolder();
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards);
        await host.Get("/health");

        TestCards.Change(cards, Card, "An active tumour is on the list", "There is an active tumour");

        await Until(async () => (string?)(await host.Call(HookCall.ActiveTumour(host))).Card("tumour-active")["summary"] == "There is an active tumour");
    }

    [Fact]
    public async Task A_bad_change_keeps_the_last_good_state_and_says_so()
    {
        var cards = TestCards.NewFolder();
        await using var host = new ServiceHost().With("NetCdsHooks:CardFolder", cards);
        var before = (await host.Get("/health")).Json;

        TestCards.Change(cards, Card, "\"warning\"", "\"hard-stop\"");

        await Until(async () => (string?)(await host.Get("/health")).Json["status"] == "Degraded");
        var health = await host.Get("/health");
        health.Status.Should().Be(200);
        ((int)health.Json["knowledge"]!["problems"]!).Should().Be(1);
        health.Json["knowledge"]!["digest"]!.ToString().Should().Be(before["knowledge"]!["digest"]!.ToString());
        host.Log.Should().Contain($"{Card}: $.indicator: found \"hard-stop\"");
        (await host.Call(HookCall.ActiveTumour(host))).CardIds.Should().Contain("tumour-active");

        TestCards.Change(cards, Card, "\"hard-stop\"", "\"critical\"");

        await Until(async () => (string?)(await host.Get("/health")).Json["status"] == "Healthy");
    }

    [Fact]
    public async Task Health_names_the_state_of_the_knowledge()
    {
        await using var host = new ServiceHost();

        var health = await host.Get("/health");

        health.Status.Should().Be(200);
        health.Http.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        health.Json["status"]!.ToString().Should().Be("Healthy");
        ((int)health.Json["knowledge"]!["cards"]!).Should().Be(host.Services.GetRequiredService<KnowledgeStore>().Current.Knowledge.Cards.Length);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var load = () => KnowledgeFolder.Read("/no/such/folder");

        load.Should().Throw<Clinical.Knowledge.KnowledgeException>().WithMessage("*/no/such/folder*no such folder*NetCdsHooks:CardFolder*");
    }

    [Fact]
    public void A_concept_that_the_queries_need_must_be_there()
    {
        var files = TestCards.Files().Where(file => file.Path != "concepts/markers.concepts.json").ToArray();
        var load = () => HookServices.Load(files, []);

        load.Should().Throw<Clinical.Knowledge.KnowledgeException>().WithMessage("*no concept \"chromogranin-a\"*tumour markers*");
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }
}
