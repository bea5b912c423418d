using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NetCdsHooks.Hosting;

/// <summary>Degraded while changed card files are refused and an older state is in use.</summary>
internal sealed class KnowledgeHealth(KnowledgeStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var knowledge = store.Current.Knowledge;
        var data = new Dictionary<string, object>
        {
            ["cards"] = knowledge.Cards.Length,
            ["digest"] = knowledge.Digest,
            ["problems"] = store.Problems.Length,
        };
        return Task.FromResult(store.Problems.IsEmpty
            ? HealthCheckResult.Healthy("The card files are in use as they are.", data)
            : HealthCheckResult.Degraded("The card files were changed and have problems; the last good state is in use. See the log.", data: data));
    }
}
