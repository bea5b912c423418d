using System.Collections.Frozen;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The units in which a marker can be read.</summary>
internal static class AcceptedUnits
{
    private static readonly FrozenSet<string> ChromograninA =
        Set("ng/ml", "ug/l", "nmol/l", "u/l", "[arb'u]/l", "[arb]u/l", "iu/l", "[iu]/l");

    private static readonly FrozenSet<string> FiveHiaa = Set(
        "mg/(24.h)", "mg/24.h", "mg/24h", "mg/24hr", "mg/24hrs", "mg/24hours", "mg/d", "mg/day",
        "umol/(24.h)", "umol/24.h", "umol/24h", "umol/24hr", "umol/24hrs", "umol/d", "umol/day",
        "mg/g{creat}", "mg/g", "mg/gcreat", "mg/gcreatinine", "umol/mmol{creat}", "umol/mmol", "mmol/mol", "mmol/mol{creat}",
        "mg/l", "umol/l", "ng/ml", "ug/l", "nmol/l");

    internal static bool AreKnownForChromograninA(Quantity quantity) => Knows(ChromograninA, quantity);

    internal static bool AreKnownForFiveHiaa(Quantity quantity) => Knows(FiveHiaa, quantity);

    private static bool Knows(FrozenSet<string> units, Quantity quantity) =>
        new[] { quantity.Code, quantity.Unit }.OfType<string>().Any(unit => units.Contains(Plain(unit)));

    /// <summary>Lower case, without blanks; the two micro signs and <c>mc</c> become <c>u</c>.</summary>
    private static string Plain(string unit)
    {
        var plain = unit.Replace(" ", "", StringComparison.Ordinal).Replace('\u00B5', 'u').Replace('\u03BC', 'u').ToLowerInvariant();
        return plain.StartsWith("mcg/", StringComparison.Ordinal) ? $"ug/{plain[4..]}"
            : plain.StartsWith("mcmol/", StringComparison.Ordinal) ? $"umol/{plain[6..]}"
            : plain;
    }

    private static FrozenSet<string> Set(params string[] units) => units.ToFrozenSet(StringComparer.Ordinal);
}
