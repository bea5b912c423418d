using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>From the preferred time on, the first card that can be shown ends the waiting.</summary>
public sealed class PreferredTimeTests : IAsyncLifetime
{
    private RecordingFhirServer _fhir = null!;

    public async Task InitializeAsync() =>
        _fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour(), SomeJson.Ki67()));

    public async Task DisposeAsync() => await _fhir.DisposeAsync();

    [Fact]
    [Trait("Requirement", "N-02")]
    public async Task What_can_be_said_is_said_and_the_rest_is_named()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Preferred", "00:00:00.050");
        _fhir.Fail("Observation", new FhirFault.Hang());

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl)).WaitAsync(TimeSpan.FromSeconds(20));

        answer.CardIds.Should().Equal("tumour-active", "net-data-incomplete");
        ((string)answer.Card("net-data-incomplete")["detail"]!).Should().Contain("pathology and staging results").And.Contain("in time");
    }

    [Fact]
    public async Task Without_anything_to_say_the_rest_is_waited_for()
    {
        await using var host = new ServiceHost().With("NetCdsHooks:Fhir:Preferred", "00:00:00.050").With("NetCdsHooks:Fhir:Budget", "00:00:02");
        _fhir.Fail("Condition", new FhirFault.Hang());

        var answer = await host.Call(new HookCall().WithoutPrefetch().WithFhir(_fhir.BaseUrl)).WaitAsync(TimeSpan.FromSeconds(20));

        answer.Status.Should().Be(412);
    }

    /// <summary>Story; what the client wants different; its budget and preferred time, in milliseconds.</summary>
    public static TheoryData<string, int?, int?, int, int> Habits => new()
    {
        { "nothing", null, null, 4000, 450 },
        { "more time", 9000, null, 9000, 450 },
        { "an answer at once", null, 100, 4000, 100 },
        { "times of its own", 2000, 2000, 2000, 2000 },
    };

    [Theory]
    [MemberData(nameof(Habits))]
    public void A_client_may_have_times_of_its_own(string story, int? budget, int? preferred, int expectedBudget, int expectedPreferred)
    {
        var limits = new FhirAccessOptions().LimitsFor(new FhirHabits(Time(budget), Time(preferred)));

        (limits.Budget.TotalMilliseconds, limits.Preferred.TotalMilliseconds).Should().Be((expectedBudget, expectedPreferred), story);

        static TimeSpan? Time(int? milliseconds) => milliseconds is { } given ? TimeSpan.FromMilliseconds(given) : null;
    }
}
