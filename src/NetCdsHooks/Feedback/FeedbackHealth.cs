using Microsoft.Extensions.Diagnostics.HealthChecks;
using NetCdsHooks.Feedback.Journal;

namespace NetCdsHooks.Feedback;

/// <summary>Degraded while feedback cannot be kept; advice is not affected.</summary>
internal sealed class FeedbackHealth(FeedbackJournal journal) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(journal.Failure is null
            ? HealthCheckResult.Healthy("Feedback is kept.")
            : HealthCheckResult.Degraded("The last feedback could not be kept. See the log."));
}
