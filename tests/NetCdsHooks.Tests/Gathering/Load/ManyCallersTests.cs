using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NetCdsHooks.Tests.Patients;
using NetCdsHooks.Tests.Support;
using Xunit.Abstractions;

namespace NetCdsHooks.Tests.Gathering.Load;

/// <summary>
/// 200 callers at once, each about a patient of their own, and a FHIR server that takes 300 ms for a request and fails one in twenty. Two seconds by
/// default; <c>NETCDSHOOKS_LOAD_SECONDS=60</c> makes it longer.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class ManyCallersTests(ITestOutputHelper output)
{
    private const int Callers = 200;
    private const string Seconds = "NETCDSHOOKS_LOAD_SECONDS";

    private static readonly string[] Calls =
    [
        "mia/patient-view", "dana/patient-view", "chen/patient-view", "eli/patient-view", "hana/patient-view", "jun/patient-view", "xia/patient-view",
        "ned/order-sign", "pia/order-sign",
    ];

    /// <summary>On a machine that has more to do; alone it is little more than the budget.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable(Seconds) ?? "2", CultureInfo.InvariantCulture));

    /// <summary>Story; settings of the service.</summary>
    public static TheoryData<string, string[]> Settings => new()
    {
        { "as it is configured", ["Budget=00:00:04", "Preferred=00:00:00.450"] },
        { "waiting for all, as many requests at once as it takes", ["Budget=00:00:04", "Preferred=00:00:04", "MaxParallel=4000"] },
        { "one batch instead of many searches", ["Budget=00:00:04", "Preferred=00:00:04", "Search=Batch"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    [Trait("Requirement", "A-03")]
    [Trait("Requirement", "A-11")]
    public async Task Everybody_is_answered_and_nobody_hears_of_another(string story, string[] settings)
    {
        var log = new LogSieve("secret-token", "-k0");
        await using var fhir = await CallersServer.StartAsync();
        await using var service = new ShippedService().With(services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(log));
        foreach (var setting in settings.Select(setting => setting.Split('=')))
            service.With($"NetCdsHooks:Fhir:{setting[0]}", setting[1]);
        var whole = new Dictionary<string, Answer>();
        foreach (var call in Calls)
            whole[call] = await service.Call(service.FullPrefetch(call));
        await CallAsync(service, fhir, 0, whole, new());
        var figures = new Figures();

        figures.MeasureMemory();
        var start = Stopwatch.GetTimestamp();
        for (var half = 0; half < 2; half++)
        {
            using var end = new CancellationTokenSource(Duration / 2);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                    await CallAsync(service, fhir, caller, whole, figures);
            })));
            figures.MeasureMemory();
        }

        output.WriteLine($"{story}: {figures.Tell(Stopwatch.GetElapsedTime(start), fhir)}");
        figures.Wrong.Should().BeEmpty("no call goes wrong; the last error was {0}", log.Error ?? "none");
        figures.Longest.Should().BeLessThan(Patience);
        figures.Calls.Should().BeGreaterThanOrEqualTo(Callers);
        fhir.Strangers.Should().Be(0, "a token is for its own patient");
        log.Caught.Should().BeNull("neither tokens nor ids of patients are logged");
        figures.WorkingSetGrowth.Should().BeLessThan(1024);
    }

    private static async Task CallAsync(ShippedService service, CallersServer fhir, int caller, Dictionary<string, Answer> whole, Figures figures)
    {
        var mark = CallerRecords.MarkOf(caller);
        var path = Calls[caller % Calls.Length];
        var call = Samples.Call(path);
        var body = call.WithFhir(fhir.BaseUrl).With("fhirAuthorization.access_token", CallersServer.TokenOf(mark)).Body.ToJsonString();
        var start = Stopwatch.GetTimestamp();
        var answer = await service.Post(CallerRecords.Marked(call.PatientId, body, mark), $"/cds-services/net-{call.Hook}");
        var time = Stopwatch.GetElapsedTime(start);

        if (CallerRecords.MarksIn(answer.Text).FirstOrDefault(found => found != mark) is { } stranger)
            figures.AddWrong($"{path} of {mark} was told about {stranger}");
        if (Misjudged(whole[path], answer) is { } wrong)
            figures.AddWrong($"{path} of {mark}: {wrong}");
        var kind = answer.Status != 200 ? Figures.Kind.Refused
            : answer.Text.Contains(Silence.Incomplete, StringComparison.Ordinal) ? Figures.Kind.Partial
            : Figures.Kind.Whole;
        if (kind == Figures.Kind.Whole && !answer.Text.Contains(mark, StringComparison.Ordinal))
            figures.AddWrong($"{path} of {mark} was told nothing of its own");
        figures.Add(time, kind);
    }

    private static string? Misjudged(Answer whole, Answer answer)
    {
        if (answer.Status != 200)
            return answer.Status == 412 ? null : $"{answer.Status} {answer.Text}";
        try
        {
            Silence.Judge(whole, answer);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.Message;
        }
    }
}
