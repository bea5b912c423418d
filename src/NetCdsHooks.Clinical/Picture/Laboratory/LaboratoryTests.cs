using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The blood tests that are no tumour markers, with their units.</summary>
internal static class LaboratoryTests
{
    /// <summary>Cells are never weighed: what looks like grams is giga.</summary>
    private static readonly (string Unit, decimal Divisor) GigaPerLitre = ("g/L", 1);

    internal static Analyte NtProBnp { get; } = Of("nt-pro-bnp", "pg/mL", ("ng/L", 1), ("ng/mL", 0.001m), ("ug/L", 0.001m), ("pmol/L", 0.118m));

    internal static Analyte Insulin { get; } = Of("insulin", "u[IU]/mL", ("m[IU]/L", 1), ("pmol/L", 6.0m));

    internal static Analyte CPeptide { get; } = Of("c-peptide", "ng/mL", ("ug/L", 1), ("nmol/L", 0.333m));

    internal static Analyte Gastrin { get; } = Of("gastrin", "pg/mL", ("ng/L", 1), ("pmol/L", 0.48m));

    internal static Analyte Glucagon { get; } = Of("glucagon", "pg/mL", ("ng/L", 1), ("pmol/L", 0.287m));

    internal static Analyte VasoactiveIntestinalPeptide { get; } =
        Of("vasoactive-intestinal-peptide", "pg/mL", ("ng/L", 1), ("pmol/L", 0.301m));

    internal static Analyte Corticotropin { get; } = Of("corticotropin", "pg/mL", ("ng/L", 1), ("pmol/L", 0.220m));

    /// <summary>18.016 mg/dL are one mmol/L.</summary>
    internal static Analyte Glucose { get; } = Of("glucose", "mg/dL", ("mmol/L", 1 / 18.016m));

    internal static Analyte HaemoglobinA1c { get; } = Of("haemoglobin-a1c", "%");

    internal static Analyte Calcium { get; } = Of("calcium", "mg/dL", ("mmol/L", 0.2495m));

    internal static Analyte ParathyroidHormone { get; } = Of("parathyroid-hormone", "pg/mL", ("ng/L", 1), ("pmol/L", 0.106m));

    internal static Analyte Prolactin { get; } = Of("prolactin", "ng/mL", ("ug/L", 1));

    internal static Analyte Igf1 { get; } = Of("igf-1", "ng/mL", ("ug/L", 1));

    internal static Analyte Tsh { get; } = Of("tsh", "u[IU]/mL", ("m[IU]/L", 1));

    internal static Analyte Creatinine { get; } = Of("creatinine", "mg/dL", ("umol/L", 88.4m));

    internal static Analyte CreatinineClearance { get; } = Of("creatinine-clearance", "mL/min");

    /// <summary>Per body surface, and so never the same as a clearance.</summary>
    internal static Analyte FiltrationRate { get; } = Of("egfr", "mL/min/{1.73_m2}");

    internal static Analyte Haemoglobin { get; } = Of("haemoglobin", "g/dL", ("g/L", 10));

    internal static Analyte Platelets { get; } = Of("platelets", "10*9/L", ("/uL", 1000), GigaPerLitre);

    internal static Analyte Leucocytes { get; } = Of("leucocytes", "10*9/L", ("/uL", 1000), GigaPerLitre);

    internal static Analyte Bilirubin { get; } = Of("bilirubin", "mg/dL", ("umol/L", 17.1m));

    internal static Analyte Alt { get; } = Of("alt", "U/L");

    internal static Analyte Ast { get; } = Of("ast", "U/L");

    /// <summary>No usual limit: each laboratory has its own.</summary>
    private static Analyte Of(string conceptId, string unit, params (string Unit, decimal Divisor)[] others) =>
        Analyte.Of(conceptId, unit, null, others) with { Need = DataNeed.Labs };
}
