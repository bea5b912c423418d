using System.Threading.RateLimiting;
using NetCdsHooks.Clinical.Record;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>
/// One FHIR server as all calls share it: so many requests at once, one more try where that may help, and a pause for a server that only fails.
/// </summary>
internal sealed partial class FhirServer
{
    /// <summary>Before the second try where the server does not name a time.</summary>
    internal static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(100);

    private const double FailureRatio = 0.8;

    private const int FewestRequests = 20;

    private static readonly TimeSpan Observed = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly ResiliencePropertyKey<CallBudget> BudgetKey = new("budget");

    private readonly ConcurrencyLimiter _places;
    private readonly ResiliencePipeline<FhirReply> _pipeline;

    internal FhirServer(FhirAccessOptions options, TimeProvider time, ILogger<FhirServer> logger)
    {
        _places = new(new() { PermitLimit = options.MaxParallel, QueueLimit = options.MaxWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _pipeline = new ResiliencePipelineBuilder<FhirReply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<FhirReply>
            {
                MaxRetryAttempts = 1,
                ShouldHandle = arguments => new(MayTryAgain(arguments)),
                DelayGenerator = arguments => new(WaitBefore(arguments.Outcome.Result)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FhirReply>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = FewestRequests,
                SamplingDuration = Observed,
                BreakDuration = Pause,
                ShouldHandle = arguments => new(arguments.Outcome.Result is { IsFault: true }),
                OnOpened = arguments =>
                {
                    LogPaused(logger, arguments.BreakDuration.TotalSeconds);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>Runs a request that changes nothing at the server and so may be sent twice.</summary>
    internal async ValueTask<FhirReply> AskAsync(Func<CancellationToken, ValueTask<FhirReply>> ask, CallBudget budget)
    {
        var context = ResilienceContextPool.Shared.Get(budget.Token);
        context.Properties.Set(BudgetKey, budget);
        try
        {
            return await _pipeline.ExecuteAsync((context, state) => state.Server.InPlaceAsync(state.Ask, context.CancellationToken), context, (Server: this, Ask: ask));
        }
        catch (BrokenCircuitException)
        {
            return FhirReply.Without(NeedGap.Failed);
        }
        catch (OperationCanceledException) when (!budget.IsAborted)
        {
            return FhirReply.Without(NeedGap.TimedOut);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<FhirReply> InPlaceAsync(Func<CancellationToken, ValueTask<FhirReply>> ask, CancellationToken cancellation)
    {
        using var place = await _places.AcquireAsync(1, cancellation);
        return place.IsAcquired ? await ask(cancellation) : FhirReply.Without(NeedGap.Failed);
    }

    private static bool MayTryAgain(RetryPredicateArguments<FhirReply> arguments) =>
        arguments.Outcome.Result is { MayPass: true } reply
        && arguments.Context.Properties.TryGetValue(BudgetKey, out var budget)
        && WaitBefore(reply) < budget.Left
        && !budget.IsFull;

    private static TimeSpan? WaitBefore(FhirReply? reply) => reply?.Wait ?? ShortWait;

    [LoggerMessage(LogLevel.Warning, "A FHIR server that only fails is left alone for {Seconds} s")]
    private static partial void LogPaused(ILogger logger, double seconds);
}
