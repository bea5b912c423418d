using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Laboratory results and scores.</summary>
internal static class LaboratoryMaker
{
    internal static void Fill(InventedPatient patient, Dice dice)
    {
        Add(patient, dice, 40, FindingKinds.NtProBnp, "pg/mL", 90, 259.9m, 260, 480);
        Add(patient, dice, 30, FindingKinds.Glucose, "mg/dL", 50, 53, 54, 95);
        Add(patient, dice, 20, FindingKinds.HbA1c, "%", 5.6m);
        Add(patient, dice, 35, FindingKinds.Tsh, "mIU/L", 2);
        Add(patient, dice, 35, FindingKinds.Calcium, "mg/dL", 9.5m);
        Add(patient, dice, 30, FindingKinds.Parathyrin, "pg/mL", 40);
        Add(patient, dice, 20, FindingKinds.Prolactin, "ng/mL", 8);
        Add(patient, dice, 20, FindingKinds.Igf1, "ng/mL", 150);
        Add(patient, dice, 20, FindingKinds.Egfr, "mL/min/{1.73_m2}", 29, 30, 70);
        Add(patient, dice, 15, FindingKinds.Clearance, "mL/min", 29, 30, 39, 40, 90);
        Add(patient, dice, 40, FindingKinds.Platelets, "10*3/uL", 62, 74, 75, 220);
        Add(patient, dice, 40, FindingKinds.Haemoglobin, "g/dL", 12);
        Add(patient, dice, 40, FindingKinds.Leucocytes, "10*3/uL", 6);
        Add(patient, dice, 40, FindingKinds.Creatinine, "mg/dL", 0.9m);
        Add(patient, dice, 40, FindingKinds.Alt, "U/L", 30);
        Add(patient, dice, 35, FindingKinds.Bilirubin, "mg/dL", 0.8m);
        Add(patient, dice, 30, FindingKinds.Pain, "{score}", 0, 3, 4, 8);
        foreach (var hormone in new[] { FindingKinds.Insulin, FindingKinds.Gastrin, FindingKinds.Glucagon, FindingKinds.Vip, FindingKinds.Acth })
            Add(patient, dice, 15, hormone, "pg/mL", 40);
        if (dice.Maybe(12))
            patient.Findings.Add((dice.Maybe(50)
                ? new(FindingKinds.PregnancyStatus) { Coded = "snomed|77386006" }
                : new Finding(FindingKinds.PregnancyStatus) { Words = "Not pregnant" }) with
            { Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(12))
            patient.Findings.Add(new(FindingKinds.Hcg) { Words = dice.One("positive", "negative"), Date = dice.Maybe(50) ? dice.Write(dice.Today.AddDays(-dice.Number(58, 62))) : dice.Past(), Status = Status(dice) });
    }

    private static void Add(InventedPatient patient, Dice dice, int percent, FindingKind kind, string unit, params decimal[] amounts)
    {
        if (dice.Maybe(percent))
            patient.Findings.Add(new(kind) { Amount = dice.One(amounts), Unit = kind == FindingKinds.Insulin ? "u[IU]/mL" : unit, Date = dice.Maybe(30) ? dice.Write(dice.Today.AddDays(-dice.Number(10, 18))) : dice.Told(), Status = Status(dice) });
    }

    private static string Status(Dice dice) => dice.Maybe(93) ? "final" : dice.One("preliminary", "registered", "entered-in-error", "cancelled");
}
