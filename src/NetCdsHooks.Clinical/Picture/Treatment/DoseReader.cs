using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Reads dose and rhythm out of the structured elements of a dosage, and out of its text where these are silent.</summary>
internal static class DoseReader
{
    /// <summary>
    /// What all instructions of a resource agree on. A strength in the name of a product is no dose; a wording that also
    /// tells the rhythm, such as <c>lanreotide 120 mg every 4 weeks</c>, is an instruction.
    /// </summary>
    internal static PrescribedDose Read(MedicationUse use)
    {
        PrescribedDose[] stated = [.. DosagesOf(use).Select(Read)];
        var written = (use.MedicationCodeableConcept?.Wordings ?? []).Append(use.MedicationReference?.Display).Select(DoseText.Read)
            .FirstOrDefault(wording => wording.HasRhythm) ?? PrescribedDose.NotStated;
        return new(
            Agreed(stated, dose => dose.Milligrams) ?? (stated.All(dose => dose.Milligrams is null) ? written.Milligrams : null),
            Agreed(stated, dose => dose.Gigabecquerel) ?? (stated.All(dose => dose.Gigabecquerel is null) ? written.Gigabecquerel : null),
            stated.Any(dose => dose.HasRhythm) ? Agreed(stated, dose => dose.IntervalDays) : written.IntervalDays,
            stated.Any(dose => dose.HasRhythm) ? Agreed(stated, dose => dose.TimesPerDay) : written.TimesPerDay);
    }

    internal static PrescribedDose Read(Dosage dosage)
    {
        var text = DoseText.Read(dosage.Text);
        var quantities = dosage.DoseAndRate.SelectMany(BoundsOf).Append((Low: dosage.Dose, High: dosage.Dose)).ToArray();
        var (interval, times) = RhythmOf(dosage.Timing) ?? (text.IntervalDays, text.TimesPerDay);
        return new(
            quantities.Select(pair => Bounds(pair.Low, pair.High, MilligramsIn)).FirstOrDefault(bounds => bounds is not null) ?? text.Milligrams,
            quantities.Select(pair => Bounds(pair.Low, pair.High, GigabecquerelIn)).FirstOrDefault(bounds => bounds is not null) ?? text.Gigabecquerel,
            interval,
            times);
    }

    internal static ImmutableArray<Dosage> DosagesOf(MedicationUse use) => use switch
    {
        MedicationRequest request => request.DosageInstruction,
        MedicationStatement statement => statement.Dosage,
        MedicationAdministration { Dosage: { } dosage } => [dosage],
        _ => [],
    };

    /// <summary>Milligrams in one of a unit; null for a unit that is no mass.</summary>
    internal static decimal? MilligramsIn(string? unit) => unit?.Trim().ToLowerInvariant().TrimEnd('.') switch
    {
        "mg" or "milligram" or "milligrams" or "milligramme" or "milligrammes" => 1,
        "g" or "gram" or "grams" => 1000,
        "ug" or "mcg" or "µg" or "μg" or "microgram" or "micrograms" or "microgramme" or "microgrammes" => 0.001m,
        _ => null,
    };

    /// <summary>Gigabecquerel in one of a unit; null for a unit that is no activity.</summary>
    internal static decimal? GigabecquerelIn(string? unit) => unit?.Trim().ToLowerInvariant().TrimEnd('.') switch
    {
        "gbq" or "gigabecquerel" => 1,
        "mbq" or "megabecquerel" => 0.001m,
        "mci" or "millicurie" or "millicuries" => 0.037m,
        "ci" or "curie" => 37,
        _ => null,
    };

    private static IEnumerable<(Quantity? Low, Quantity? High)> BoundsOf(DoseAndRate dose)
    {
        yield return (dose.DoseQuantity, dose.DoseQuantity);
        yield return (dose.DoseRange?.Low, dose.DoseRange?.High);
    }

    /// <summary>A dose with a comparator or with one bound alone is none that could be compared.</summary>
    private static Interval<decimal>? Bounds(Quantity? low, Quantity? high, Func<string?, decimal?> factor) =>
        Amount(low, factor) is { } from && Amount(high, factor) is { } to && from <= to ? new(from, to) : null;

    private static decimal? Amount(Quantity? quantity, Func<string?, decimal?> factor) =>
        quantity is { Value: { } value and > 0 and < DoseText.Absurd, Comparator: null or "" }
            ? value * (factor(quantity.Code) ?? factor(quantity.Unit))
            : null;

    private static (decimal? IntervalDays, decimal? TimesPerDay)? RhythmOf(Timing? timing) =>
        timing is null ? null : OfRepeat(timing.Repeat) ?? OfCode(timing.Code);

    private static (decimal?, decimal?)? OfRepeat(TimingRepeat? repeat)
    {
        if (repeat is not { Period: { } period and > 0 } || (repeat.Frequency ?? 1) <= 0
            || (repeat.PeriodMax ?? period) != period || (repeat.FrequencyMax ?? repeat.Frequency) != repeat.Frequency)
            return null;
        return RhythmText.DaysIn(repeat.PeriodUnit) is { } days ? RhythmText.Every(period * days / (repeat.Frequency ?? 1)) : null;
    }

    private static (decimal?, decimal?)? OfCode(CodeableConcept? code) =>
        (code?.Coding.Select(coding => coding.Code) ?? []).Concat(code?.Wordings ?? []).Select(RhythmText.Read)
            .FirstOrDefault(rhythm => rhythm is not null);

    /// <summary>Null when two instructions differ: which of them counts cannot be told.</summary>
    private static T? Agreed<T>(IEnumerable<PrescribedDose> doses, Func<PrescribedDose, T?> find)
        where T : struct =>
        doses.Select(find).OfType<T>().Distinct().ToArray() is [var single] ? single : null;
}
