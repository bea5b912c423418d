using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NetCdsHooks.Trust.Registry;

/// <summary>Degraded while a changed clients file is refused and an older state is in use.</summary>
internal sealed class RegistryHealth(RegistryStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var registered = store.Current?.Clients.Length;
        var data = new Dictionary<string, object> { ["registered"] = registered ?? 0, ["problems"] = store.Problems.Length };
        if (!store.Problems.IsEmpty)
            return Task.FromResult(HealthCheckResult.Degraded(
                "The clients file was changed and has problems; the last good state is in use. See the log.", data: data));
        return Task.FromResult(HealthCheckResult.Healthy(
            registered is null ? "Anybody may call: Development without a clients file." : "The clients file is in use as it is.", data));
    }
}
