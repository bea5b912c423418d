namespace NetCdsHooks.BrowserTests;

/// <summary>A client that runs in a browser, on an origin of its own; the requests are real, with the preflights that a browser makes.</summary>
public sealed class CrossOriginTests(Browser browser, SandboxSite listed) : IClassFixture<Browser>, IClassFixture<SandboxSite>
{
    private const string Script = """
        async ([service]) => {
            const call = (path, body) => fetch(service + path, body && { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, body: JSON.stringify(body) })
                .then(async answer => ({ status: answer.status, body: await answer.json() }), () => ({ status: 0 }));
            const discovery = await call('/cds-services');
            const advice = await call('/cds-services/net-patient-view', {
                hook: 'patient-view', hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea', fhirServer: service + '/fhir',
                context: { userId: 'Practitioner/demo', patientId: 'ida' } });
            const feedback = await call('/cds-services/net-patient-view/feedback', { feedback: [{
                card: advice.body?.cards?.[0]?.uuid ?? 'none', outcome: 'overridden', outcomeTimestamp: '2026-11-21T10:00:00Z' }] });
            const refused = await call('/cds-services/net-patient-view', {});
            return JSON.stringify({ discovery: discovery.status, advice: advice.status, cards: advice.body?.cards?.length ?? 0,
                                    feedback: feedback.status, refused: refused.status, reason: refused.body?.resourceType ?? '' });
        }
        """;

    [Fact]
    [Trait("Requirement", "X-01")]
    [Trait("Requirement", "X-02")]
    [Trait("Requirement", "X-03")]
    public async Task A_page_of_a_listed_origin_is_served()
    {
        await using var service = new RunningService(listed.Origin);

        var seen = await Call(service, listed.Origin);

        seen.Should().Be("""{"discovery":200,"advice":200,"cards":2,"feedback":200,"refused":400,"reason":"OperationOutcome"}""");
    }

    [Fact]
    [Trait("Requirement", "X-02")]
    [Trait("Requirement", "X-04")]
    public async Task A_page_of_any_other_origin_sees_nothing()
    {
        await using var service = new RunningService("https://ehr.example.org");

        var seen = await Call(service, listed.Origin);

        seen.Should().Be("""{"discovery":0,"advice":0,"cards":0,"feedback":0,"refused":0,"reason":""}""");
    }

    private async Task<string> Call(RunningService service, string origin)
    {
        var page = await browser.NewPage();
        await page.GotoAsync($"{origin}/fhir/metadata");
        return await page.EvaluateAsync<string>(Script, new[] { service.Address });
    }
}
