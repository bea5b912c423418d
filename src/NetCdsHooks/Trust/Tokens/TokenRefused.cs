namespace NetCdsHooks.Trust.Tokens;

/// <summary>A token that is not trusted. The reason is for the log; the caller never hears it (J-20).</summary>
/// <param name="reason">Holds nothing of the token.</param>
internal sealed class TokenRefused(string reason) : Exception(reason);
