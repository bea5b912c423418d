using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Tumour markers.</summary>
internal static class MarkerMaker
{
    internal static void Fill(InventedPatient patient, Dice dice)
    {
        if (dice.Maybe(60))
            for (var count = dice.One(1, 1, 2); count > 0; count--)
                patient.Findings.Add(ChromograninA(dice));
        if (dice.Maybe(3))
            patient.Findings.Add(new(FindingKinds.ChromograninFluid) { Amount = 300, Unit = "ug/L", Date = dice.Past() });
        if (dice.Maybe(40))
            patient.Findings.Add(new(FindingKinds.HiaaUrine) { Amount = dice.One(4m, 6m, 10m, 10.1m, 32m), Unit = "mg/24h", Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(10))
            patient.Findings.Add(new(FindingKinds.HiaaPlasma) { Amount = dice.One(12m, 150m), Unit = "ng/mL", High = dice.Maybe(60) ? 22m : null, Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(5))
            patient.Findings.Add(new(FindingKinds.HiaaSpot) { Amount = 5, Unit = "mg/L", Date = dice.Past() });
        if (dice.Maybe(20))
            patient.Findings.Add(new(FindingKinds.Enolase) { Amount = dice.One(10m, 40m), Unit = "ng/mL", Date = dice.Told(), Status = Status(dice) });
    }

    private static Finding ChromograninA(Dice dice) => dice.Maybe(90)
        ? new(FindingKinds.ChromograninA) { Amount = dice.One(60m, 99m, 100m, 101m, 400m), Unit = dice.One("ug/L", "ng/mL"), High = dice.Maybe(15) ? 150 : null, Date = dice.Told(), Status = Status(dice) }
        : new(FindingKinds.ChromograninAUnits) { Amount = 20, Unit = "U/L", High = dice.Maybe(50) ? 18 : null, Date = dice.Told(), Status = Status(dice) };

    private static string Status(Dice dice) => dice.Maybe(92) ? "final" : dice.One("preliminary", "registered", "entered-in-error", "cancelled");
}
