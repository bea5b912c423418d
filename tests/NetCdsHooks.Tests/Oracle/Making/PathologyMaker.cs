using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>What the pathologist says.</summary>
internal static class PathologyMaker
{
    private static readonly string[] Ki67Words = ["2-3 %", "<3 %", ">20 %", ">=20 %", "15-25 %", "<1 %", "<=3 %", "3-20 %", "10 - 15 %", "approximately 5 %", "2,5 %", "low", "150 %"];

    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(65))
            patient.Reports.Add(new(ReportKinds.Pathology) { Date = dice.Told(), Status = dice.One("final", "final", "amended", "preliminary", "registered"), Conclusion = Conclusion(disease, dice) });
        if (dice.Maybe(70))
            AddKi67(patient, disease, dice);
        if (dice.Maybe(15))
            patient.Findings.Add(new(FindingKinds.Mitoses) { Amount = dice.One(0m, 0.5m, 0.9m, 1m, 5m, 9.5m, 10m, 10.5m, 15m), Unit = "/mm2", Date = dice.Past(), Status = Status(dice) });
        if (dice.Maybe(30))
            patient.Findings.Add(new(FindingKinds.Grade) { Words = dice.One("G1", "G2", "G3", $"G{disease.Proliferation}", $"grade {disease.Proliferation}"), Date = dice.Past(), Status = Status(dice) });
        if (dice.Maybe(25))
            patient.Findings.Add(new(FindingKinds.Morphology) { Coded = dice.One("icdo|8240/3", "icdo|8249/3", disease.Proliferation == 3 ? "icdo|8013/3" : "icdo|8240/3"), Date = dice.Past() });
        if (dice.Maybe(55))
            patient.Findings.Add(new(FindingKinds.Synaptophysin) { Words = dice.One("positive", "focal positive", "negative"), Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(55))
            patient.Findings.Add(new(FindingKinds.ChromograninStain) { Words = dice.One("positive", "negative"), Date = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(3))
            patient.Findings.Add(new(FindingKinds.BreastKi67) { Amount = 30, Unit = "%", Date = dice.Past() });
    }

    private static string? Conclusion(Disease disease, Dice dice) => dice.Number(0, 9) switch
    {
        < 4 => null,
        < 7 => disease.Proliferation == 3 ? "Poorly differentiated neuroendocrine carcinoma." : "Well differentiated neuroendocrine tumour.",
        _ => "See the tables.",
    };

    private static void AddKi67(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(4))
            patient.Findings.Add(new(FindingKinds.Ki67) { Absent = dice.One("not-performed", "unknown", "masked"), Date = dice.Past() });
        else if (dice.Maybe(20))
            patient.Findings.Add(new(FindingKinds.Ki67) { Words = dice.One(Ki67Words), Date = dice.Past(), Status = Status(dice) });
        else
            AddPercents(patient, disease, dice, dice.One(1, 1, 1, 2));
    }

    private static void AddPercents(InventedPatient patient, Disease disease, Dice dice, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var percent = Percent(disease, dice);
            patient.Findings.Add(new(FindingKinds.Ki67)
            {
                Amount = percent,
                Comparator = count == 1 && percent is > 0 and < 100 && dice.Maybe(8) ? dice.One("<", "<=", ">", ">=") : null,
                Unit = "%",
                Date = dice.Past(),
                Status = Status(dice),
                Site = dice.Maybe(20) ? "10200004" : null,
            });
        }
    }

    private static decimal Percent(Disease disease, Dice dice) => disease.Proliferation switch
    {
        1 => dice.One(0m, 1m, 2m, 2.5m, 2.99m, 3m),
        2 => dice.One(3m, 5m, 9.9m, 10m, 15m, 20m),
        _ => dice.One(20m, 20.1m, 21m, 35m, 70m, 100m),
    };

    private static string Status(Dice dice) => dice.Maybe(92) ? "final" : dice.One("amended", "preliminary", "registered", "entered-in-error", "cancelled");
}
