using System.Text.RegularExpressions;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>Tells the system of a code from its form. ICD-O-3 writes places as ICD-10 writes diseases of them.</summary>
internal static partial class BareCode
{
    /// <returns>The alias of the system; null for a code that may be anything.</returns>
    internal static string? SystemOf(string code) => code.Trim() switch
    {
        var text when Loinc().IsMatch(text) => "loinc",
        var text when Snomed().IsMatch(text) => "snomed",
        var text when Icd10().IsMatch(text) => "icd-10-cm",
        _ => null,
    };

    [GeneratedRegex(@"^[0-9]{1,7}-[0-9]$")]
    private static partial Regex Loinc();

    /// <summary>Shorter ones may be RxNorm or a number of the house.</summary>
    [GeneratedRegex("^[0-9]{8,18}$")]
    private static partial Regex Snomed();

    /// <summary>With its dot: without one it may be an ATC code or a number of the house.</summary>
    [GeneratedRegex(@"^[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}$")]
    private static partial Regex Icd10();
}
