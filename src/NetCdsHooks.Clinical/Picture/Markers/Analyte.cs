using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// A tumour marker or other substance as it is measured in one kind of sample: its concept, its units and the limit used when
/// the laboratory gives none.
/// </summary>
/// <param name="ConceptId">The concept that recognises its results.</param>
/// <param name="Unit">The canonical UCUM unit.</param>
/// <param name="Divisors">What a value in another unit is divided by; a unit that is not listed is never converted.</param>
/// <param name="UpperLimit">Upper limit of normal in the canonical unit; null when only the laboratory can say.</param>
internal sealed record Analyte(string ConceptId, string Unit, FrozenDictionary<string, decimal> Divisors, decimal? UpperLimit = null)
{
    /// <summary>The query that brings its results.</summary>
    internal DataNeed Need { get; init; } = DataNeed.Markers;

    /// <summary>Units that stand for themselves: compared with the same unit only.</summary>
    internal ImmutableArray<string> Apart { get; init; } = [];

    /// <summary>umol of 5-HIAA in one mg (molar mass 191.18 g/mol).</summary>
    private const decimal MicromolesPerMilligram = 5.23m;

    /// <summary>mmol of 5-HIAA per mol of creatinine in one mg per g.</summary>
    private const decimal MolarPerMassRatio = 0.592m;

    /// <summary>Assays differ too much to turn molar or arbitrary units into mass.</summary>
    internal static Analyte ChromograninA { get; } = Of("chromogranin-a", "ug/L", 100, ("ng/mL", 1)) with
    {
        Apart = ["nmol/L", "pmol/L", "U/L", "U/mL", "[arb'U]/L"],
    };

    internal static Analyte FiveHiaaExcretion { get; } = Of(
        "five-hiaa-urine-excretion", "mg/(24.h)", 10, ("ug/(24.h)", 1000), ("umol/(24.h)", MicromolesPerMilligram));

    internal static Analyte FiveHiaaConcentration { get; } = Of(
        "five-hiaa-urine-concentration", "mg/L", null, ("umol/L", MicromolesPerMilligram));

    internal static Analyte FiveHiaaRatio { get; } = Of(
        "five-hiaa-creatinine-ratio", "mg/g{creat}", null, ("mmol/mol{creat}", MolarPerMassRatio));

    internal static Analyte FiveHiaaPlasma { get; } = Of(
        "five-hiaa-plasma", "ug/L", null, ("ng/mL", 1), ("nmol/L", MicromolesPerMilligram));

    /// <summary>Says that 5-HIAA was asked for, but too little to be followed.</summary>
    internal static Analyte FiveHiaaRandom { get; } = Of(
        "five-hiaa-urine-random", "mg/L", null, ("umol/L", MicromolesPerMilligram)) with
    {
        Apart = ["mg/g{creat}", "mmol/mol{creat}"],
    };

    internal static Analyte NeuronSpecificEnolase { get; } = Of("neuron-specific-enolase", "ug/L", 16.3m, ("ng/mL", 1));

    /// <summary>The value in the canonical unit, or as it is in a unit that stands for itself.</summary>
    internal (Interval<decimal> Value, string Unit) ToCanonical(Interval<decimal> value, string unit) =>
        Divisors.TryGetValue(unit, out var divisor)
            ? (value with { Low = value.Low / divisor, High = value.High == decimal.MaxValue ? value.High : value.High / divisor }, Unit)
            : (value, unit);

    /// <summary>Whether a value in this unit can be compared with anything.</summary>
    internal bool Takes(string unit) => unit == Unit || Divisors.ContainsKey(unit) || Apart.Contains(unit);

    /// <summary>Whether two spellings mean the same amount, as ng/mL and ug/L do.</summary>
    internal bool AreAlike(string one, string other) =>
        Units.Normalize(one) is { } first && Units.Normalize(other) is { } second
        && ToCanonical(Interval<decimal>.Exactly(1), first) == ToCanonical(Interval<decimal>.Exactly(1), second);

    internal static Analyte Of(string conceptId, string unit, decimal? upperLimit, params (string Unit, decimal Divisor)[] others) =>
        new(conceptId, unit, others.ToFrozenDictionary(other => other.Unit, other => other.Divisor), upperLimit);
}
