using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Api;
using NetCdsHooks.Tests.Support;
using NetCdsHooks.Trust.Tokens;

namespace NetCdsHooks.Tests.Trust;

public sealed class SignatureCheckTests
{
    [Fact]
    [Trait("Requirement", "X-09")]
    public async Task Only_so_many_signatures_are_checked_at_once_and_what_does_not_fit_the_queue_is_turned_away()
    {
        using var check = new SignatureCheck(atOnce: 2, waiting: 3);
        var slow = new SlowAuthentication();

        var calls = Enumerable.Range(0, 9).Select(_ => Outcome(check, slow)).ToArray();
        slow.UnderWay.Should().Be(2);
        var turnedAway = calls.Where(call => call.IsCompleted).ToArray();
        (await Task.WhenAll(turnedAway)).Should().HaveCount(4).And.OnlyContain(status => status == 503);

        slow.Finish();
        (await Task.WhenAll(calls.Except(turnedAway))).Should().OnlyContain(status => status == 200);
        slow.Most.Should().Be(2);
    }

    [Fact]
    [Trait("Requirement", "X-09")]
    public async Task A_flood_of_bad_signatures_is_refused_and_good_calls_come_through_after_it()
    {
        using var service = new TrustedService();
        (await service.Call(service.Tokens.Make())).Status.Should().Be(200);

        var flood = await Task.WhenAll(Enumerable.Range(0, 1500).Select(_ => service.Call(service.Tokens.Make(sign: _ => [.. Enumerable.Repeat((byte)7, 96)]))));

        flood.Select(answer => answer.Status).Should().OnlyContain(status => status == 401 || status == 503);
        (await service.Call(service.Tokens.Make())).Status.Should().Be(200);
    }

    private static async Task<int> Outcome(SignatureCheck check, SlowAuthentication slow)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton<IAuthenticationService>(slow).BuildServiceProvider(),
        };
        try
        {
            await check.RequireAsync(http);
            return 200;
        }
        catch (Refusal refusal)
        {
            return refusal.Status;
        }
    }

    private sealed class SlowAuthentication : IAuthenticationService
    {
        private readonly TaskCompletionSource _finish = new();
        private int _underWay;

        internal int UnderWay => _underWay;

        internal int Most { get; private set; }

        internal void Finish() => _finish.SetResult();

        public async Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _underWay));
            await _finish.Task;
            Interlocked.Decrement(ref _underWay);
            return AuthenticateResult.Success(new(new(), "Bearer"));
        }

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignInAsync(HttpContext context, string? scheme, System.Security.Claims.ClaimsPrincipal principal, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();
    }
}
