using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Trust.Tokens;

/// <summary>Leaves to ASP.NET's handler the one thing that <see cref="TokenReader"/> and <see cref="TokenChecks"/> have not done: the signature.</summary>
internal sealed class BearerSetup(RegistryStore registry, KeyStore keys) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.SaveToken = false;
        options.IncludeErrorDetails = false;
        options.RefreshOnIssuerKeyNotFound = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            RequireSignedTokens = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            IssuerSigningKeyResolver = (_, token, kid, _) => KeysFor(token, kid),
        };
        options.Events = new JwtBearerEvents { OnMessageReceived = OnlyCheckedTokens };
    }

    /// <summary>The handler sees no token that has not passed the other checks.</summary>
    private static Task OnlyCheckedTokens(MessageReceivedContext context)
    {
        if (context.HttpContext.Features.Get<SignatureCheck.Checkable>() is null)
            context.NoResult();
        return Task.CompletedTask;
    }

    private SecurityKey[] KeysFor(SecurityToken token, string keyId) =>
        registry.Current?.Find(token.Issuer) is { } client && keys.Known(client, keyId) is { } key ? [key.Key] : [];
}
