using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Invents a patient out of a seed.</summary>
internal static class PatientMaker
{
    private static readonly DateOnly UsualDay = new(2026, 11, 21);

    private static readonly DataNeed[] OftenMissing =
    [
        DataNeed.Pathology, DataNeed.Markers, DataNeed.Status, DataNeed.Reports, DataNeed.Imaging, DataNeed.Procedures,
        DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations,
        DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.CarePlans, DataNeed.Labs, DataNeed.Family,
    ];

    internal static InventedPatient Make(int seed)
    {
        var chance = new Random(seed ^ 0x5EED);
        var today = chance.Next(2) == 0 ? UsualDay : new DateOnly(2024, 1, 1).AddDays(chance.Next(1200));
        var dice = new Dice(seed, today);
        var patient = new InventedPatient(seed, today)
        {
            BirthDate = dice.Maybe(95) ? dice.Write(today.AddYears(-dice.Number(8, 85)).AddDays(-dice.Number(0, 364))) : null,
            Sex = dice.One("female", "male", "female", "male", "other"),
            IsDead = dice.Maybe(1),
        };
        var disease = Disease.Draw(dice);
        ProblemListMaker.Fill(patient, disease, dice);
        PathologyMaker.Fill(patient, disease, dice);
        StageMaker.Fill(patient, disease, dice);
        StatusMaker.Fill(patient, disease, dice);
        MarkerMaker.Fill(patient, dice);
        ImagingMaker.Fill(patient, disease, dice);
        TreatmentMaker.Fill(patient, disease, dice);
        CourseMaker.Fill(patient, disease, dice);
        LaboratoryMaker.Fill(patient, dice);
        RequestMaker.Fill(patient, dice);
        DepotMaker.Fill(patient, dice);
        if (dice.Maybe(40))
            AddGaps(patient, dice);
        return patient;
    }

    private static void AddGaps(InventedPatient patient, Dice dice)
    {
        for (var count = dice.One(1, 1, 1, 2, 3); count > 0; count--)
            (dice.Maybe(70) ? patient.Failed : patient.CutShort).Add(dice.One(OftenMissing));
        if (dice.Maybe(4))
            (dice.Maybe(50) ? patient.Failed : patient.CutShort).Add(DataNeed.Conditions);
        if (dice.Maybe(2))
            patient.Failed.Add(DataNeed.Patient);
        patient.CutShort.ExceptWith(patient.Failed);
    }
}
