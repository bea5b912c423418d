using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Images and what is said of them.</summary>
internal static class ImagingMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        if (dice.Maybe(75))
            for (var count = dice.Number(1, 2); count > 0; count--)
                patient.Scans.Add(Of(disease.Place is Place.Lung or Place.Thymus ? dice.One(ScanKinds.CtChest, ScanKinds.CtTrunk) : dice.One(ScanKinds.CtAbdomen, ScanKinds.MriAbdomen, ScanKinds.CtTrunk), dice));
        if (dice.Maybe(45))
            patient.Scans.Add(Of(dice.One(ScanKinds.DotatatePet, ScanKinds.DotatatePet, ScanKinds.Octreoscan), dice));
        if (dice.Maybe(30))
            patient.Reports.Add(new(ReportKinds.Receptor)
            {
                Conclusion = dice.One("Lesions are DOTATATE avid.", "Lesions are DOTATATE avid.", "The lesion is not avid.", "Technically adequate.", "Krenning score 1."),
                Date = dice.Told(),
                Status = dice.Maybe(92) ? "final" : dice.One("preliminary", "registered", "entered-in-error"),
            });
        if (dice.Maybe(12))
            patient.Reports.Add(new(ReportKinds.Ct)
            {
                Conclusion = dice.One("Unresectable.", "Progressive disease.", "Ductal dilatation, vascular invasion.", "Stable."),
                Date = dice.Told(),
                Status = dice.Maybe(92) ? "final" : dice.One("preliminary", "registered", "entered-in-error"),
            });
        for (var count = dice.Number(0, 2); count > 0; count--)
            patient.Scans.Add(Of(dice.One(ScanKinds.All), dice));
    }

    private static Scan Of(ScanKind kind, Dice dice) => dice.Maybe(2)
        ? new(kind) { Date = dice.Write(dice.Today.AddDays(dice.Number(5, 60))) }
        : new(kind) { Date = dice.Told(), Status = dice.Maybe(94) ? "available" : dice.One("registered", "cancelled", "entered-in-error") };
}
