using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Operations, drugs, meetings.</summary>
internal static class TreatmentMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(15))
            patient.Acts.Add(new(ActKinds.Biopsy) { Date = dice.Told(), Status = Status(dice) });
        if (disease.IsResected)
            patient.Acts.Add(new(dice.One([.. ActKinds.Resections.Where(kind => disease.Place == Place.Nowhere || kind.Removes.Contains(disease.Place)), ActKinds.Resections[0]])) { Date = dice.Past(), Status = Status(dice) });
        if (dice.Maybe(50))
            patient.Acts.Add(new(ActKinds.Board) { Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(12))
            patient.Acts.Add(new(ActKinds.Eus) { Date = dice.Told(), Status = Status(dice) });
        for (var count = dice.One(0, 0, 1, 1, 2); count > 0; count--)
            patient.Drugs.Add(Drug(dice.One(DrugKinds.All), dice));
        if (dice.Maybe(25))
            patient.Drugs.Add(Drug(dice.One(DrugKinds.Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot)), dice));
    }

    private static DrugUse Drug(DrugKind kind, Dice dice) => dice.One(DrugForm.Ordered, DrugForm.Taken, DrugForm.Given) switch
    {
        DrugForm.Given => new(kind, DrugForm.Given) { Status = dice.One("completed", "completed", "not-done"), From = dice.Maybe(50) ? dice.Write(dice.Today.AddDays(-dice.Number(20, 50))) : dice.Told() },
        DrugForm.Ordered => new(kind, DrugForm.Ordered) { Status = dice.One("active", "active", "on-hold", "completed", "stopped", "cancelled", "entered-in-error"), From = dice.Past() },
        _ => new(kind, DrugForm.Taken) { Status = dice.One("active", "active", "completed", "stopped", "not-taken", "entered-in-error"), From = dice.Past() },
    };

    private static string Status(Dice dice) => dice.Maybe(88) ? "completed" : dice.One("preparation", "not-done", "entered-in-error", "in-progress", "stopped");
}
