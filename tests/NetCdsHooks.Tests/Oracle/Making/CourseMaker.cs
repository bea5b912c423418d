using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Symptoms, heredity, and what was done besides the tumour.</summary>
internal static class CourseMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        for (var count = dice.One(0, 0, 1, 1, 2); count > 0; count--)
            patient.Diagnoses.Add(new(dice.One(OtherCodes.Symptoms)) { Recorded = dice.Told(), Status = dice.One("active", "active", "active", null, "resolved") });
        if (dice.Maybe(12))
            patient.Diagnoses.Add(new(OtherCodes.Men1) { Recorded = dice.Told(), Certainty = dice.One("confirmed", "confirmed", "refuted", "provisional") });
        if (dice.Maybe(disease.Place == Place.Pancreas ? 12 : 2))
            patient.Diagnoses.Add(new(OtherCodes.Vhl) { Recorded = dice.Told() });
        if (dice.Maybe(10))
            patient.Findings.Add(new(FindingKinds.Men1Gene) { Words = dice.One("negative", "positive"), Date = dice.Told() });
        if (dice.Maybe(15))
            patient.Relatives.Add(new(dice.One("icd|E31.21", "icd|I10", null), dice.One("completed", "completed", "partial", "entered-in-error")));
        for (var count = dice.One(0, 1, 1, 2); count > 0; count--)
            patient.Acts.Add(new(dice.One(ActKinds.Others)) { Date = dice.Past(), Status = dice.Maybe(92) ? "completed" : dice.One("not-done", "entered-in-error") });
    }
}
