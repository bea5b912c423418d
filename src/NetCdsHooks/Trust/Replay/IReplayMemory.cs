namespace NetCdsHooks.Trust.Replay;

/// <summary>Remembers which tokens have been used (J-14), so that each is good for one call.</summary>
internal interface IReplayMemory
{
    /// <summary>Uses a token up; of several callers at one instant exactly one is told <see cref="TokenUse.First"/>.</summary>
    /// <param name="issuer">Of the token; the same <paramref name="jti"/> of another issuer is another token.</param>
    /// <param name="expires">The moment from which the token is refused anyway, so that it need not be remembered.</param>
    ValueTask<TokenUse> TryUseAsync(string issuer, string jti, DateTimeOffset expires);
}

internal enum TokenUse
{
    First,
    Repeated,

    /// <summary>The memory is full of tokens that are still good, so nothing can be said.</summary>
    NoRoom,
}
