using System.Security.Authentication;
using Microsoft.Extensions.Options;
using NetCdsHooks.Sandbox;

namespace NetCdsHooks.Hosting;

internal static class SettingsSetup
{
    private const string DevelopmentUrl = "http://localhost:5080";

    internal static WebApplicationBuilder AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServiceOptions>()
            .Configure<IConfiguration>((options, configuration) => Usable(configuration.GetSection(ServiceOptions.Section)).Bind(options))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SiteClock>();
        builder.Services.AddOptions<SandboxOptions>().Configure<IOptions<ServiceOptions>>((sandbox, options) => sandbox.AsOf = options.Value.AsOf);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        });
        if (builder.Environment.IsDevelopment() && !HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DevelopmentUrl);
        return builder;
    }

    /// <summary>The settings without the faulty ones, so that the validator sees all others bound.</summary>
    internal static IConfiguration Usable(IConfigurationSection section)
    {
        var faulty = SettingsCheck.Check(section, typeof(ServiceOptions)).Select(fault => fault.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(pair => !faulty.Contains($"{section.Path}:{pair.Key}")))
            .Build();
    }

    private static bool HasAddress(IConfiguration configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
