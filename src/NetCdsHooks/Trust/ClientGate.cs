using NetCdsHooks.Api;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Registry;
using NetCdsHooks.Trust.Replay;
using NetCdsHooks.Trust.Tokens;

namespace NetCdsHooks.Trust;

/// <summary>Decides who calls (CDS Hooks 2.12): what costs little first, the signature last, then the token is used up.</summary>
internal sealed partial class ClientGate(
    RegistryStore registry, ClientAddress addresses, TokenChecks checks, KeyStore keys, SignatureCheck signatures, IReplayMemory replay,
    ILogger<ClientGate> logger)
{
    /// <param name="http">The call.</param>
    /// <param name="isAdmin">Whether it is to the reports, which not every client may read.</param>
    /// <exception cref="Refusal">401 for any fault of the token, 403 for what is not open to this client, 503 when it cannot be judged now.</exception>
    internal async Task<Caller> AdmitAsync(HttpContext http, bool isAdmin)
    {
        if (registry.Current is not { } clients)
            return Caller.Anybody;
        ClientToken? token = null;
        try
        {
            token = TokenReader.Read(http.Request.Headers.Authorization);
            var client = checks.Check(token, clients, addresses.Of(http.Request.Path));
            await RequireKeyAsync(client, token, http.RequestAborted);
            await signatures.RequireAsync(http);
            await UseUpAsync(token);
            RequireRight(client, http, isAdmin);
            LogAdmitted(client.Name, LogText.Of(token.Tenant), LogText.Of(token.Id));
            return new(client, token.Tenant);
        }
        catch (TokenRefused refused)
        {
            LogRefused(refused.Message, LogText.Of(token?.Issuer), LogText.Of(token?.Tenant), LogText.Of(token?.Id));
            throw Refusal.NotTrusted();
        }
    }

    private async Task RequireKeyAsync(Client client, ClientToken token, CancellationToken aborted)
    {
        var search = await keys.FindAsync(client, token.KeyId, aborted);
        if (search.Key is null && search.SourceFailed)
        {
            LogNoKeys(client.Name);
            throw Refusal.NotNow();
        }

        if (search.Key?.Algorithms.Contains(token.Algorithm) != true)
            throw new TokenRefused(search.Key is null ? "no key of this client has its kid" : "alg does not fit the key");
    }

    private async Task UseUpAsync(ClientToken token)
    {
        switch (await replay.TryUseAsync(token.Issuer, token.Id, token.Expires + TokenChecks.Skew))
        {
            case TokenUse.First:
                return;
            case TokenUse.Repeated:
                throw new TokenRefused("it had been used before");
            case TokenUse.NoRoom:
                LogMemoryFull();
                throw Refusal.NotNow();
            default:
                throw new InvalidOperationException("Unexpected answer of the replay memory.");
        }
    }

    private void RequireRight(Client client, HttpContext http, bool isAdmin)
    {
        if (isAdmin ? client.IsAdmin : http.Request.RouteValues["id"] is not string service || client.MayUse(service))
            return;
        LogNotAllowed(client.Name);
        throw Refusal.NotAllowed();
    }

    [LoggerMessage(LogLevel.Information, "Admitted {Client} (tenant {Tenant}, jti {Jti})")]
    private partial void LogAdmitted(string client, string tenant, string jti);

    [LoggerMessage(LogLevel.Warning, "The token was refused: {Reason} (iss {Issuer}, tenant {Tenant}, jti {Jti})")]
    private partial void LogRefused(string reason, string issuer, string tenant, string jti);

    [LoggerMessage(LogLevel.Warning, "{Client} may not use what it called")]
    private partial void LogNotAllowed(string client);

    [LoggerMessage(LogLevel.Error, "A token of {Client} cannot be judged: its key is not known and its keys cannot be fetched")]
    private partial void LogNoKeys(string client);

    [LoggerMessage(LogLevel.Error, "The memory of used tokens is full; calls are turned away until some have expired")]
    private partial void LogMemoryFull();
}
