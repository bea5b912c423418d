using System.Collections.Immutable;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Hormones, blood tests and the course of chromogranin A.</summary>
internal static class LaboratoryCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.LastDate("lastChromograninA", "last chromogranin A", picture => picture.Markers.LastChromograninA, Markers),
        Define.Text("previousChromograninA", "previous chromogranin A", 36, picture => picture.Markers.PreviousChromograninA, Value, Markers),
        Define.Number("chromograninARatio", "rise of chromogranin A", "x", picture => picture.Markers.ChromograninARatio, ratio => ratio, Markers),
        Define.Number("ntProBnp", "NT-proBNP", "pg/mL", picture => picture.Hormones.NtProBnp, value => value, Labs),
        Define.LastDate("lastNtProBnp", "last NT-proBNP", picture => picture.Hormones.LastNtProBnp, Labs),
        Define.Text("insulin", "insulin", 36, picture => picture.Hormones.Insulin, Value, Labs),
        Define.Text("cPeptide", "C-peptide", 36, picture => picture.Hormones.CPeptide, Value, Labs),
        Define.Text("gastrin", "gastrin", 36, picture => picture.Hormones.Gastrin, Value, Labs),
        Define.Text("glucagon", "glucagon", 36, picture => picture.Hormones.Glucagon, Value, Labs),
        Define.Text("vip", "vasoactive intestinal peptide", 36, picture => picture.Hormones.VasoactiveIntestinalPeptide, Value, Labs),
        Define.Text("acth", "ACTH", 36, picture => picture.Hormones.Corticotropin, Value, Labs),
        Define.Set("suspectedSyndromes", "suspected syndromes", picture => picture.Hormones.SuspectedSyndromes, TumourCatalog.SyndromeWording,
            (picture, syndrome) => picture.Hormones.IsSuspected(syndrome), Conditions, Pathology, Status, Procedures),
        Define.Set("missingHormoneTests", "hormones never measured", picture => picture.Hormones.MissingTests, TestWording,
            (picture, test) => picture.Hormones.IsMissing(test), Conditions, Pathology, Labs, Status, Procedures),
        Define.Set("untestedSyndromes", "syndromes without their hormone", picture => picture.Hormones.UntestedSyndromes, TumourCatalog.SyndromeWording,
            null, Conditions, Pathology, Labs, Status, Procedures),
        Define.Flag("severeHormoneEffect", "glucose below 54 mg/dL or dehydration", picture => picture.Hormones.SevereEffect, Conditions, Labs),
        Define.Text("calcium", "calcium", 36, picture => picture.Laboratory.Calcium, Value, Labs),
        Define.Text("parathyroidHormone", "parathyroid hormone", 36, picture => picture.Laboratory.ParathyroidHormone, Value, Labs),
        Define.LastDate("lastCalcium", "last calcium", picture => picture.Laboratory.LastCalcium, Labs),
        Define.LastDate("lastParathyroidHormone", "last parathyroid hormone", picture => picture.Laboratory.LastParathyroidHormone, Labs),
        Define.LastDate("lastProlactin", "last prolactin", picture => picture.Laboratory.LastProlactin, Labs),
        Define.LastDate("lastIgf1", "last IGF-1", picture => picture.Laboratory.LastIgf1, Labs),
        Define.LastDate("lastGlucose", "last glucose or HbA1c", picture => picture.Laboratory.LastGlucose, Labs),
        Define.LastDate("lastTsh", "last TSH", picture => picture.Laboratory.LastTsh, Labs),
        Define.Number("creatinineClearance", "creatinine clearance", "mL/min", picture => picture.Laboratory.CreatinineClearance, value => value, Labs),
        Define.Number("egfr", "eGFR", "mL/min/1.73 m²", picture => picture.Laboratory.FiltrationRate, value => value, Labs),
        Define.Number("platelets", "platelets", "10^9/L", picture => picture.Laboratory.Platelets, value => value, Labs),
        Define.Number("leucocytes", "leucocytes", "10^9/L", picture => picture.Laboratory.Leucocytes, value => value, Labs),
        Define.Number("haemoglobin", "haemoglobin", "g/dL", picture => picture.Laboratory.Haemoglobin, value => value, Labs),
        Define.Number("creatinine", "creatinine", "mg/dL", picture => picture.Laboratory.Creatinine, value => value, Labs),
        Define.Number("bilirubin", "bilirubin", "mg/dL", picture => picture.Laboratory.Bilirubin, value => value, Labs),
        Define.Number("alt", "ALT", "U/L", picture => picture.Laboratory.Alt, value => value, Labs),
        Define.Number("ast", "AST", "U/L", picture => picture.Laboratory.Ast, value => value, Labs),
    ];

    /// <summary>The value as it was recorded, with its day.</summary>
    internal static string Value(MarkerValue value) =>
        value.Date is { } date ? $"{value.Text} ({Define.Day(date)})" : value.Text;

    private static string? TestWording(HormoneTest test) => test switch
    {
        HormoneTest.Vip => "VIP",
        HormoneTest.Acth => "ACTH",
        _ => null,
    };
}
