using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>How codes of one system are written and compared.</summary>
/// <param name="Alias">The short name that concept files use, such as <c>icd-10-cm</c>.</param>
/// <param name="Uris">The addresses under which records name the system; the first is the one we write.</param>
/// <param name="ByPrefix">A longer code of the record means a shorter one of ours: dots are dropped, letters upper-cased.</param>
public sealed record CodeSystem(string Alias, ImmutableArray<string> Uris, bool ByPrefix)
{
    internal string Normalize(string code) =>
        ByPrefix ? code.Replace(".", "", StringComparison.Ordinal).Trim().ToUpperInvariant() : code;
}
