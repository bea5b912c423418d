using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using NetCdsHooks.Api;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>Has the signature checked by ASP.NET's handler. Only some at a time, so that a flood of bad tokens leaves room for work.</summary>
internal sealed class SignatureCheck : IDisposable
{
    private const int Waiting = 512;

    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="TokenRefused">The signature is not that of the client's key.</exception>
    /// <exception cref="Refusal">503: too many wait already.</exception>
    internal async Task RequireAsync(HttpContext http)
    {
        using var turn = await _limiter.AcquireAsync(1, http.RequestAborted);
        if (!turn.IsAcquired)
            throw Refusal.NotNow();
        http.Features.Set(Checkable.Token);
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!result.Succeeded)
            throw new TokenRefused("the signature was not that of the client's key");
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Set on a request whose token has passed every check but this one.</summary>
    internal sealed class Checkable
    {
        internal static readonly Checkable Token = new();
    }
}
