using System.Collections.Immutable;
using System.Diagnostics;
using NetCdsHooks.Gathering;

namespace NetCdsHooks.Api;

/// <summary>Tells the caller, and the trace of the request, how each need of the cards was met.</summary>
internal static class ServerTiming
{
    private const string Header = "Server-Timing";

    internal static void Write(HttpContext http, ImmutableArray<NeedTrace> trace)
    {
        var needs = string.Join(", ", trace.DistinctBy(need => need.Key).Select(need => need.ToServerTiming()));
        http.Response.Headers[Header] = needs;
        Activity.Current?.SetTag("netcdshooks.needs", needs);
    }
}
