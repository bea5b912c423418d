namespace NetCdsHooks.Hosting;

/// <summary>What must be set so that only known clients reach the service, and only by TLS (G-05, J-01).</summary>
internal sealed class TrustSettings(IConfiguration configuration, IHostEnvironment environment)
{
    private const string SmallestFile = """
        { "clients": [ { "name": "My EHR", "issuer": "https://ehr.example.org", "keySetUrl": "https://ehr.example.org/jwks.json" } ] }
        """;

    internal IEnumerable<string> Check(ServiceOptions options)
    {
        var hasClients = !string.IsNullOrWhiteSpace(options.ClientsFile);
        if (!hasClients && !environment.IsDevelopment())
            yield return $"{Path(nameof(options.ClientsFile))}: found nothing; accepted in {environment.EnvironmentName}: the path of a JSON file " +
                $"that lists the clients that may call, at the least {SmallestFile}";
        if (string.IsNullOrWhiteSpace(options.PublicUrl))
        {
            if (hasClients || !environment.IsDevelopment())
                yield return $"{Path(nameof(options.PublicUrl))}: found nothing; accepted: the address under which clients reach the service, " +
                    "such as https://cds.example.org";
        }
        else if (!IsBase(options.PublicUrl))
        {
            yield return $"{Path(nameof(options.PublicUrl))}: found \"{options.PublicUrl}\"; accepted: an https address without user, query, " +
                "fragment and slash at its end, such as https://cds.example.org";
        }

        if (!environment.IsDevelopment() && !options.BehindTlsProxy)
            foreach (var fault in PlainAddresses())
                yield return fault;
    }

    /// <summary>Nothing travels in the clear: what is listened on is https, or a proxy in front takes care of it.</summary>
    private IEnumerable<string> PlainAddresses()
    {
        var accepted = $"https, or {Path(nameof(ServiceOptions.BehindTlsProxy))}=true where a proxy in front ends TLS";
        (string Setting, string Address)[] addresses =
        [
            .. Split("urls").Select(url => ("urls", url)),
            .. Split("http_ports").Select(port => ("http_ports", $"http://*:{port}")),
            .. Split("https_ports").Select(port => ("https_ports", $"https://*:{port}")),
            .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? "")),
        ];
        return addresses.Length == 0
            ? [$"urls: found nothing, which means plain http; accepted: {accepted}"]
            : addresses.Where(address => !address.Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                .Select(address => $"{address.Setting}: found \"{address.Address}\"; accepted: {accepted}");
    }

    private string[] Split(string setting) =>
        configuration[setting]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private bool IsBase(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && url is { Scheme: "http", IsLoopback: true }))
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && !text.EndsWith('/');

    private static string Path(string property) => $"{ServiceOptions.Section}:{property}";
}
