using System.CommandLine;

namespace NetCdsHooks.Commands;

/// <summary>The site's folder, on the command line.</summary>
internal static class SiteOption
{
    internal static Option<string?> Create() => new("--site") { Description = "Folder in which a site adapts the cards (default: none)" };
}
