using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Stage and size.</summary>
internal static class StageMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(40))
            Add(patient, FindingKinds.StageGroup, Group(disease, dice), dice);
        if (dice.Maybe(35))
            Add(patient, FindingKinds.Tumour, dice.One("T1", "cT2", "T3", "pT1"), dice);
        if (dice.Maybe(40))
            Add(patient, FindingKinds.Nodes, disease.IsEarly ? "N0" : dice.One("N0", "N1", "NX"), dice);
        if (dice.Maybe(40))
            Add(patient, FindingKinds.Metastasis, disease.IsSpread ? dice.One("M1", "M1", "M1", "M0") : "M0", dice);
        if (dice.Maybe(disease.Place == Place.Pancreas ? 80 : 40))
            for (var count = dice.One(1, 1, 2, 2, 3); count > 0; count--)
                AddSize(patient, dice);
    }

    private static string Group(Disease disease, Dice dice) =>
        disease.IsSpread ? dice.One("Stage IV", "IVB")
        : disease.IsEarly ? dice.One("Stage I", "IB", "Stage IIA", "Stage II")
        : dice.One("Stage III", "IIIB", "Stage I", "Stage IV");

    private static void Add(InventedPatient patient, FindingKind kind, string words, Dice dice) =>
        patient.Findings.Add(new(kind) { Words = words, Date = dice.Past(), Status = dice.Maybe(95) ? "final" : dice.One("preliminary", "entered-in-error") });

    private static void AddSize(InventedPatient patient, Dice dice)
    {
        var millimetres = dice.One(7m, 9.9m, 10m, 12m, 14m, 15m, 15.1m, 17m, 19.9m, 20m, 24m, 30m);
        var centimetres = dice.Maybe(20);
        patient.Findings.Add(new(FindingKinds.Size)
        {
            Amount = centimetres ? millimetres / 10 : millimetres,
            Unit = centimetres ? "cm" : dice.Maybe(3) ? "in" : "mm",
            Comparator = dice.Maybe(5) ? dice.One("<", ">") : null,
            Date = dice.Maybe(95) ? dice.Past() : dice.Told(),
            OnSpecimen = dice.Maybe(12),
            Status = dice.Maybe(95) ? "final" : dice.One("preliminary", "entered-in-error"),
        });
    }
}
