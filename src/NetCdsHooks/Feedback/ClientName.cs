namespace NetCdsHooks.Feedback;

/// <summary>The name under which a client's cards and feedback are counted.</summary>
internal static class ClientName
{
    private const string Anybody = "anybody";

    internal static string Of(HttpContext http) => http.User.Identity?.Name ?? Anybody;
}
