using System.Diagnostics;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Tests.Support.Scripted;
using Xunit.Abstractions;

namespace NetCdsHooks.Tests.Gathering.BadServers;

/// <summary>Every way in which a server can be bad, for every need of three calls: what was readable is used, what was not is named, in time.</summary>
[Collection(AloneCollection.Name)]
public sealed class BadServerTests(BadServerService service, ITestOutputHelper output) : IClassFixture<BadServerService>
{
    /// <summary>Calls that end together share the machine.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan PaceOfStalls = TimeSpan.FromMilliseconds(25);

    /// <summary>On a machine that has more to do. Alone on two cores it is a tenth of this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Of timers.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Behaviours => new(Scripts.All.Select(script => script.Name));

    [Theory]
    [MemberData(nameof(Behaviours))]
    [Trait("Requirement", "P-08")]
    [Trait("Requirement", "P-11")]
    [Trait("Requirement", "A-11")]
    public async Task A_bad_server_costs_no_more_than_it_must(string behaviour)
    {
        var script = Scripts.All.Single(script => script.Name == behaviour);
        var calls = new List<Task<Outcome>>();
        using var pace = new PeriodicTimer(script.Reading == Reading.TimedOut ? PaceOfStalls : Pace);
        foreach (var one in service.Cases)
        {
            calls.Add(CallAsync(one, script));
            await pace.WaitForNextTickAsync();
        }

        var outcomes = await Task.WhenAll(calls);

        var longest = outcomes.Max(outcome => outcome.Time);
        output.WriteLine($"{behaviour}: {outcomes.Length} calls, longest {longest.TotalMilliseconds:0} ms, over the budget {(longest - BadServerService.Budget).TotalMilliseconds:0} ms");
        outcomes.SelectMany(outcome => outcome.Faults).Should().BeEmpty();
        longest.Should().BeLessThan(BadServerService.Budget + Grace);
        service.Log.Should().NotContain(HookCall.Token);
    }

    [Fact]
    public void Every_need_makes_a_difference_to_one_of_the_calls() =>
        service.Cases.GroupBy(one => one.Need).Where(cases => cases.All(one => one.Expected[Reading.Failed] == one.Expected[Reading.Whole]))
            .Select(cases => cases.Key).Should().BeEmpty();

    private async Task<Outcome> CallAsync(BadServerCase one, Script script)
    {
        await using var server = ScriptedFhirServer.Start(Samples.Json(one.Sample), script);
        var start = Stopwatch.GetTimestamp();
        var answer = await service.Call(one, server.BaseUrl);
        var time = Stopwatch.GetElapsedTime(start);

        var faults = Judge(one, script, answer, time).ToList();
        if (server.Requests.Any(request => request.Authorization is not (null or $"Bearer {HookCall.Token}")))
            faults.Add("another token was sent");
        if (server.LedAstray)
            faults.Add("it was followed elsewhere");
        if (await Task.WhenAny(server.AtRest(), Task.Delay(Patience)) is { } first && !server.AtRest().IsCompleted)
            faults.Add($"a connection is left in the middle of an exchange ({first.Status})");
        return new(time, [.. faults.Select(fault => $"{one.Call}, {one.Need}: {fault}")]);
    }

    /// <summary>A server that is slower than the budget on a busy machine has not answered in time, whatever it meant to say.</summary>
    private static IEnumerable<string> Judge(BadServerCase one, Script script, Answer answer, TimeSpan time)
    {
        Reading[] readings = time < BadServerService.Budget - Precision ? [script.Reading] : [script.Reading, Reading.TimedOut];
        if (!readings.Any(reading => IsAnswer(one, reading, answer)))
            yield return $"{answer.Status}, where it differs: {string.Join(" | ", Differences(one.Expected[script.Reading], answer))}";
        if (SilenceOf(one, answer) is { } silence)
            yield return silence;
    }

    private static bool IsAnswer(BadServerCase one, Reading reading, Answer answer) => one.Expected[reading] is { Length: > 0 } expected
        ? answer.Status == 200 && ShippedService.Stable(answer) == expected
        : answer.Status == 412 && answer.Reason.Contains(Refusal(reading), StringComparison.Ordinal);

    private static IEnumerable<string> Differences(string expected, Answer answer)
    {
        var lines = (answer.Status == 200 ? ShippedService.Stable(answer) : answer.Text).Split('\n');
        var wanted = expected.Split('\n');
        return [.. wanted.Except(lines).Take(3).Select(line => $"without {line}"), .. lines.Except(wanted).Take(3).Select(line => $"with {line}")];
    }

    private static string Refusal(Reading reading) => reading switch
    {
        Reading.Failed => "the FHIR server failed",
        Reading.Refused => "the FHIR server refused to show it",
        Reading.TimedOut => "the FHIR server did not answer in time",
        Reading.Unreadable => "answered with something that is no FHIR search result",
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "This is no reason to refuse the call."),
    };

    private static string? SilenceOf(BadServerCase one, Answer answer)
    {
        try
        {
            Silence.Judge(one.Whole, answer, one.Need);
            return null;
        }
        catch (Exception exception) when (exception.GetType().Name.Contains("Xunit", StringComparison.Ordinal) || exception is InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private sealed record Outcome(TimeSpan Time, IReadOnlyList<string> Faults);
}
