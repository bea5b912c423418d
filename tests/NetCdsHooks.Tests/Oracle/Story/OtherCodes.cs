namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What else a problem list holds: metastases, syndromes, heredity, symptoms.</summary>
internal static class OtherCodes
{
    internal static DiagnosisKind[] Spreads { get; } =
    [
        new("liver metastases", "icd|C7B.02") { IsSecondary = true, Spread = Spread.Liver },
        new("secondary tumour of liver", "snomed|94381002") { Spread = Spread.Liver },
        new("secondary tumour of liver", "icd|C78.7") { Spread = Spread.Liver },
        new("bone metastases", "icd|C7B.03") { IsSecondary = true, Spread = Spread.Bone },
        new("secondary tumour of bone", "snomed|94222008") { Spread = Spread.Bone },
        new("peritoneal metastases", "icd|C7B.04") { IsSecondary = true, Spread = Spread.Elsewhere },
        new("distant node metastases", "icd|C7B.01") { IsSecondary = true, Spread = Spread.Elsewhere },
        new("secondary tumour of lung", "snomed|94391008") { Spread = Spread.Elsewhere },
        new("secondary tumour of abdominal nodes", "icd|C77.2") { Spread = Spread.NearNodes },
        new("secondary tumour of abdominal nodes", "snomed|94347008") { Spread = Spread.NearNodes },
    ];

    internal static DiagnosisKind[] Syndromes { get; } =
    [
        new("carcinoid syndrome", "icd|E34.00") { Hormone = Hormone.Carcinoid },
        new("carcinoid syndrome", "snomed|35868009") { Hormone = Hormone.Carcinoid },
        new("carcinoid heart syndrome", "icd|E34.01") { Hormone = Hormone.Carcinoid, Mark = Mark.CarcinoidHeart },
        new("carcinoid crisis", "snomed|237833006") { Hormone = Hormone.Carcinoid, Mark = Mark.Crisis },
        new("raised gastrin secretion", "icd|E16.4") { Hormone = Hormone.Gastrinoma },
        new("raised glucagon secretion", "icd|E16.3") { Hormone = Hormone.Glucagonoma },
        new("ectopic ACTH syndrome", "icd|E24.3") { Hormone = Hormone.EctopicActh },
    ];

    /// <summary>Wording that denies every syndrome.</summary>
    internal const string NotFunctioning = "Non-functioning neuroendocrine tumour";

    internal static DiagnosisKind Merkel { get; } = new("Merkel cell carcinoma", "icd|C4A.9") { Mark = Mark.Merkel };

    internal static DiagnosisKind Hypertension { get; } = new("hypertension", "icd|I10") { Mark = Mark.Unrelated };

    internal static DiagnosisKind Vhl { get; } = new("von Hippel-Lindau syndrome", "icd|Q85.83") { Mark = Mark.Vhl };

    internal static DiagnosisKind[] Symptoms { get; } =
    [
        new("jaundice", "icd|R17") { Mark = Mark.Jaundice },
        new("weight loss", "icd|R63.4") { Mark = Mark.WeightLoss },
        new("abdominal pain", "icd|R10.9") { Mark = Mark.AbdominalPain },
        new("bile duct obstruction", "icd|K83.1") { Mark = Mark.BileDuctObstruction },
        new("hypoglycaemia", "icd|E16.2") { Mark = Mark.Hypoglycaemia },
        new("diarrhoea", "icd|R19.7") { Mark = Mark.Diarrhoea },
        new("functional diarrhoea", "icd|K59.1") { Mark = Mark.Diarrhoea },
        new("carcinoid diarrhoea", "snomed|734884008") { Mark = Mark.CarcinoidDiarrhoea, Hormone = Hormone.Carcinoid },
        new("bowel obstruction", "icd|K56.60") { Mark = Mark.BowelObstruction },
        new("neoplasm-related pain", "icd|G89.3") { Mark = Mark.NeoplasmPain },
        new("pregnant", "icd|Z33.1") { Mark = Mark.Pregnancy },
        new("constipation", "icd|K59.00") { Mark = Mark.Unrelated },
    ];

    internal static DiagnosisKind Men1 { get; } = new("MEN1", "icd|E31.21") { Mark = Mark.Men1 };
}
