using System.Text.Json;
using Microsoft.Playwright;

namespace NetCdsHooks.BrowserTests;

public sealed class SandboxPageTests(Browser browser, SandboxSite site) : IClassFixture<Browser>, IClassFixture<SandboxSite>
{
    [Fact]
    public async Task Every_sample_is_listed_with_its_own_command()
    {
        var page = await Open();

        var listed = await page.Locator(".patient").EvaluateAllAsync<string[]>("cards => cards.map(card => card.id)");
        var commands = await page.Locator(".patient .command:first-child code").AllTextContentsAsync();

        listed.Should().NotBeEmpty().And.BeEquivalentTo(await PatientIds());
        commands.Should().HaveSameCount(listed);
        foreach (var (id, command) in listed.Zip(commands))
            command.Should().StartWith($"curl -s '{site.Origin}/cds-services/net-patient-view' \\\n")
                .And.Contain($"\"fhirServer\":\"{site.Origin}/fhir\"").And.Contain($"\"patientId\":\"{id}\"");
    }

    [Fact]
    public async Task A_patient_with_orders_has_a_command_for_them_too()
    {
        var page = await Open();

        var commands = await page.Locator(".patient#ned code").AllTextContentsAsync();

        commands.Should().HaveCount(2);
        commands[1].Should().StartWith($"curl -s '{site.Origin}/cds-services/net-order-sign' \\\n").And.Contain("\"draftOrders\":").And.Contain("Right hemicolectomy");
    }

    [Fact]
    public async Task The_copy_button_puts_the_command_on_the_clipboard()
    {
        var page = await Open();
        var card = page.Locator(".patient").First;

        await card.Locator("button.copy").First.ClickAsync();

        await Assertions.Expect(card.Locator("button.copy").First).ToHaveTextAsync("Copied");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Command copied");
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Should().Be(await card.Locator("code").First.TextContentAsync());
    }

    [Fact]
    public async Task Without_a_clipboard_the_command_is_selected()
    {
        var page = await browser.NewPage();
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await page.GotoAsync(site.Origin);
        var card = page.Locator(".patient").First;

        await card.Locator("button.copy").First.ClickAsync();

        await Assertions.Expect(card.Locator("button.copy").First).ToHaveTextAsync("Selected");
        (await page.EvaluateAsync<string>("getSelection().toString()")).Should().StartWith("curl -s ");
    }

    [Fact]
    public async Task A_story_opens_and_the_patient_link_leads_to_the_record()
    {
        var page = await Open();
        var card = page.Locator(".patient").First;
        var id = await card.GetAttributeAsync("id");

        await card.Locator("summary").ClickAsync();
        await Assertions.Expect(card.Locator(".story p").First).ToBeVisibleAsync();
        var patient = await page.APIRequest.GetAsync((await card.Locator(".about a").GetAttributeAsync("href"))!);

        JsonElement.Parse(await patient.TextAsync()).GetProperty("id").GetString().Should().Be(id);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_runs_without_a_word_on_the_console(ColorScheme colours)
    {
        var page = await browser.NewPage(colours: colours);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        page.RequestFailed += (_, request) => said.Add(request.Url);
        page.Request += (_, request) => said.AddRange(request.Url.StartsWith(site.Origin, StringComparison.Ordinal) || request.Url == "data:," ? [] : [request.Url]);

        await page.GotoAsync(site.Origin, new() { WaitUntil = WaitUntilState.NetworkIdle });

        said.Should().BeEmpty();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        var page = await Open(width);
        await page.Locator(".story").EvaluateAllAsync<object>("stories => stories.forEach(story => { story.open = true; })");

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    private async Task<IPage> Open(int width = 1280)
    {
        var page = await browser.NewPage(width);
        await page.GotoAsync(site.Origin);
        return page;
    }

    private async Task<string[]> PatientIds()
    {
        using var client = new HttpClient();
        var bundle = JsonElement.Parse(await client.GetStringAsync($"{site.Origin}/fhir/Patient?_count=500"));
        return [.. bundle.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)];
    }
}
