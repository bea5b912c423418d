using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Courses of drugs with an end and doses near the days that the rules know.</summary>
internal static class DepotMaker
{
    internal static void Fill(InventedPatient patient, Dice dice)
    {
        if (dice.Maybe(12))
            patient.Drugs.Add(Stopped(dice.One(DrugKinds.Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot)), dice, 0, 60));
        if (dice.Maybe(25))
            patient.Drugs.Add(new(dice.One(DrugKinds.Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot)), DrugForm.Given) { Status = "completed", From = Back(dice, dice.One(10, 14, 20, 21, 22, 27, 28, 29, 41, 42, 43, 44, 60, 180, 190)) });
        if (dice.Maybe(15))
            patient.Drugs.Add(Stopped(dice.One(DrugKinds.Of(DrugGroup.Ppi)), dice, 10, 18));
        if (dice.Maybe(10))
            patient.Drugs.Add(Stopped(dice.One(DrugKinds.Of(DrugGroup.Serotonergic, DrugGroup.Interfering)), dice, 0, 6));
        if (dice.Maybe(8))
            patient.Drugs.Add(new(dice.One(DrugKinds.Of(DrugGroup.Radionuclide)), DrugForm.Ordered) { From = Back(dice, 5) });
    }

    private static DrugUse Stopped(DrugKind kind, Dice dice, int least, int most)
    {
        var ended = dice.Number(least, most);
        return new(kind, dice.One(DrugForm.Ordered, DrugForm.Taken))
        {
            Status = dice.One("stopped", "stopped", "completed"),
            From = Back(dice, ended + dice.Number(1, 400)),
            Until = dice.Maybe(85) ? Back(dice, ended) : null,
            Reason = dice.Maybe(25) ? dice.One("completed surgery, curative", "adverse effect") : null,
        };
    }

    private static string Back(Dice dice, int days) => dice.Write(dice.Today.AddDays(-days));
}
