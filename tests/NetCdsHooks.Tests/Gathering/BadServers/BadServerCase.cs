using NetCdsHooks.Tests.Support;
using NetCdsHooks.Tests.Support.Scripted;

namespace NetCdsHooks.Tests.Gathering.BadServers;

/// <summary>A call with everything prefetched but one need, for which a bad server has to be asked.</summary>
/// <param name="Sample">The patient.</param>
/// <param name="Call">Of <see cref="Samples.Calls"/>.</param>
/// <param name="Need">The key of the need.</param>
/// <param name="Path">Of the service.</param>
/// <param name="Body">The call; the server is <see cref="Placeholder"/>.</param>
/// <param name="Whole">The answer on all data.</param>
/// <param name="Expected">The stable answer for each way that the server can be read.</param>
internal sealed record BadServerCase(
    string Sample, string Call, string Need, string Path, string Body, Answer Whole, IReadOnlyDictionary<Reading, string> Expected)
{
    internal const string Placeholder = "http://scripted.example/";

    internal string BodyFor(Uri server) => Body.Replace(Placeholder, server.AbsoluteUri, StringComparison.Ordinal);
}
