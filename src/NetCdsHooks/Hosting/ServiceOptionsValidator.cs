using Microsoft.Extensions.Options;

namespace NetCdsHooks.Hosting;

/// <summary>Tells every fault of the settings in one message.</summary>
internal sealed class ServiceOptionsValidator(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = SettingsCheck.Check(configuration.GetSection(ServiceOptions.Section), typeof(ServiceOptions))
            .Select(fault => fault.ToString())
            .Concat(Rules(options))
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Rules(ServiceOptions options)
    {
        if (options.AsOf is not null && !environment.IsDevelopment())
            yield return $"{Path(nameof(options.AsOf))}: a fixed date is accepted in Development only; remove it.";
        if (options.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return $"{Path(nameof(options.TimeZone))}: found \"{options.TimeZone}\"; accepted: an IANA name such as Europe/Berlin";
        foreach (var origin in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
            yield return $"{Path(nameof(options.AllowedOrigins))}: found \"{origin}\"; accepted: scheme, host and port such as https://ehr.example.org";
        if (options.Fhir.Proxy is { } proxy && !IsOrigin(proxy))
            yield return $"{Path(nameof(options.Fhir))}:{nameof(options.Fhir.Proxy)}: found \"{proxy}\"; accepted: scheme, host and port such as http://proxy.example.org:3128";
        foreach (var fault in new TrustSettings(configuration, environment).Check(options))
            yield return fault;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.GetLeftPart(UriPartial.Authority) == text;

    private static string Path(string property) => $"{ServiceOptions.Section}:{property}";
}
