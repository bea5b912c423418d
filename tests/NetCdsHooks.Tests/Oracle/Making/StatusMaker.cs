using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>How the patient is, how the disease goes, what the receptors are.</summary>
internal static class StatusMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(40))
            patient.Findings.Add(new(FindingKinds.Ecog) { Amount = dice.Number(0, 4), Unit = "{score}", Date = dice.Past() });
        else if (dice.Maybe(10))
            patient.Findings.Add(new(FindingKinds.Karnofsky) { Amount = dice.One(100m, 80m, 60m, 50m, 40m, 20m), Unit = "{score}", Date = dice.Past() });
        if (dice.Maybe(25))
            patient.Findings.Add(new(FindingKinds.DiseaseStatus) { Coded = dice.One("snomed|271299001", "snomed|359746009", "snomed|268910001", "snomed|709137006"), Date = dice.Past() });
        if (dice.Maybe(10))
            patient.Findings.Add(new(FindingKinds.ReceptorStain) { Words = dice.One("positive", "negative"), Date = dice.Past() });
        if (dice.Maybe(10))
            patient.Findings.Add(new(FindingKinds.Function) { Words = "non-functioning", Date = dice.Told() });
        if (disease.IsResected && dice.Maybe(60))
            patient.Findings.Add(new(FindingKinds.Margin) { Words = dice.One("R0", "R0", "R1", "RX"), Date = dice.Past() });
    }
}
