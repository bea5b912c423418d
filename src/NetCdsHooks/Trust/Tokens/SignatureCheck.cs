using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using NetCdsHooks.Api;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>Has the signature checked by ASP.NET's handler. Only some at a time, so that a flood of bad tokens leaves room for work.</summary>
/// <param name="atOnce">Checks under way at one time.</param>
/// <param name="waiting">Calls that wait for their turn; more are turned away.</param>
internal sealed class SignatureCheck(int atOnce, int waiting) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = atOnce,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Half of the processors; the longest queue is worked off within about half a second.</summary>
    public SignatureCheck()
        : this(Math.Max(1, Environment.ProcessorCount / 2), 512)
    {
    }

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
