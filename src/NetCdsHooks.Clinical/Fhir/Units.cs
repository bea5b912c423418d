using System.Collections.Frozen;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Brings the spellings of units that records use to one UCUM code. A unit that is not listed has no meaning here,
/// so that its value is shown but never compared.
/// </summary>
internal static class Units
{
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary>UCUM code, and the spellings that mean it after <see cref="Simplify"/>.</summary>
    private static readonly FrozenDictionary<string, string> BySpelling = new (string Code, string[] Spellings)[]
    {
        ("%", ["%", "percent", "pct"]),
        ("1", ["1", "{ratio}"]),
        ("mm", ["mm", "millimeter", "millimeters", "millimetre", "millimetres"]),
        ("cm", ["cm", "centimeter", "centimeters", "centimetre", "centimetres"]),
        ("pg/mL", ["pg/ml"]),
        ("ng/mL", ["ng/ml"]),
        ("ng/L", ["ng/l"]),
        ("ug/L", ["ug/l"]),
        ("mg/L", ["mg/l"]),
        ("pmol/L", ["pmol/l"]),
        ("nmol/L", ["nmol/l"]),
        ("umol/L", ["umol/l"]),
        ("mmol/L", ["mmol/l"]),
        ("mg/dL", ["mg/dl"]),
        ("g/dL", ["g/dl"]),
        ("g/L", ["g/l"]),
        ("U/L", ["u/l"]),
        ("U/mL", ["u/ml"]),
        ("[arb'U]/L", ["[arb]u/l", "[arb'u]/l", "arb.u/l", "au/l"]),
        ("u[IU]/mL", ["u[iu]/ml", "uiu/ml"]),
        ("m[IU]/L", ["m[iu]/l", "miu/l"]),
        ("ug/(24.h)", ["ug/24h"]),
        ("mg/(24.h)", ["mg/24h"]),
        ("umol/(24.h)", ["umol/24h"]),
        ("mg/g{creat}", ["mg/g{creat}", "mg/g", "mg/gcreat", "mg/gcreatinine", "mg/g{creatinine}", "mg/gcr", "mg/gcrea"]),
        ("mmol/mol{creat}", [
            "mmol/mol{creat}", "mmol/mol", "mmol/molcreat", "mmol/molcreatinine", "mmol/mol{creatinine}", "mmol/molcr", "mmol/molcrea",
            "umol/mmol{creat}", "umol/mmol", "umol/mmolcreat", "umol/mmolcreatinine", "umol/mmol{creatinine}", "umol/mmolcr", "umol/mmolcrea",
        ]),
        ("10*9/L", ["10*9/l", "10^9/l", "10e9/l", "x10e9/l", "x10^9/l", "giga/l", "gpt/l", "10⁹/l", "10³/ul", "tsd/ul", "tsd./ul", "10*3/ul", "10^3/ul", "x10^3/ul", "10e3/ul", "x10e3/ul", "k/ul"]),
        ("/uL", ["/ul", "/mm3", "cells/ul", "{cells}/ul"]),
        ("mL/min", ["ml/min"]),
        ("mL/min/{1.73_m2}", ["ml/min/{1.73_m2}", "ml/min/1.73m2", "ml/min/1.73m^2", "ml/min/1.73m²", "ml/min/1,73m2"]),
    }.SelectMany(unit => unit.Spellings.Select(spelling => (spelling, unit.Code))).ToFrozenDictionary(pair => pair.spelling, pair => pair.Code);

    private static readonly string[] Daily = ["/24.h", "/24hours", "/24hour", "/24hrs", "/24hr", "/day", "/d"];

    /// <summary>
    /// The UCUM code of a quantity's unit; the coded unit wins over the printed one, also when nobody said that it is UCUM.
    /// Null when none is given or known.
    /// </summary>
    internal static string? Of(Quantity quantity) =>
        quantity is { System: Ucum, Code: { Length: > 0 } code } ? Normalize(code)
        : IsMaybeUcum(quantity) ? Normalize(quantity.Code) ?? Normalize(quantity.Unit)
        : Normalize(quantity.Unit) ?? Normalize(quantity.Code);

    /// <summary>True when the coded and the printed unit are both known and differ.</summary>
    internal static bool Disagree(Quantity quantity) =>
        IsMaybeUcum(quantity)
        && Normalize(quantity.Code) is { } coded
        && Normalize(quantity.Unit) is { } printed
        && coded != printed;

    private static bool IsMaybeUcum(Quantity quantity) => quantity.System is null or "" or Ucum;

    /// <summary>The UCUM code that a spelling means; null when it is none of ours.</summary>
    internal static string? Normalize(string? spelling) =>
        spelling is not null && BySpelling.TryGetValue(Simplify(spelling), out var code) ? code : null;

    /// <summary>Lower case without spaces and brackets, one micro sign, one way to write a day.</summary>
    private static string Simplify(string spelling)
    {
        var simple = spelling.Trim().ToLowerInvariant()
            .Replace('\u00b5', 'u').Replace('\u03bc', 'u')
            .Replace("mcg", "ug", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        foreach (var ending in Daily)
            if (simple.EndsWith(ending, StringComparison.Ordinal))
                return $"{simple.AsSpan(0, simple.Length - ending.Length)}/24h";
        return simple;
    }
}
