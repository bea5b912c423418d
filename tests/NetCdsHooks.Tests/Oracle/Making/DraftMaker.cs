using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Invents an order or a booking.</summary>
internal static class DraftMaker
{
    private static readonly DrugGroup[] Depots = [DrugGroup.Lanreotide, DrugGroup.OctreotideDepot];

    /// <summary>A booking has no body site.</summary>
    private static readonly RequestKind[] Bookable = [RequestKinds.Ct, RequestKinds.Mri, .. RequestKinds.Orderable.Where(kind => kind.BodySite is null)];

    internal static Draft Make(string id, Hook hook, InventedPatient patient, Dice dice)
    {
        var isBooking = hook == Hook.AppointmentBook;
        var draft = new Draft(id) { IsAppointment = isBooking, Status = hook switch { Hook.AppointmentBook => "proposed", Hook.OrderDispatch => "active", _ => "draft" } };
        if (dice.Maybe(45) && Fitting(draft, patient, dice) is { } fitting)
            return fitting;
        if (isBooking || dice.Maybe(45))
            return draft with { Service = dice.One(isBooking ? Bookable : RequestKinds.Orderable), Date = isBooking || dice.Maybe(60) ? Day(dice) : null };
        return hook != Hook.OrderDispatch && dice.Maybe(12) ? Stop(draft, patient, dice) : Drug(draft, dice);
    }

    /// <summary>An order that some rule may have an opinion on in this patient.</summary>
    private static Draft? Fitting(Draft draft, InventedPatient patient, Dice dice)
    {
        var choices = new List<DrugGroup[]>();
        var services = new List<RequestKind>();
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Hormone == Hormone.Carcinoid))
            choices.AddRange([DrugGroup.Everolimus, DrugGroup.Telotristat], [DrugGroup.Opioid, DrugGroup.Sympathomimetic], [DrugGroup.Opioid]);
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Place is Place.SmallIntestine or Place.Lung))
            choices.Add([DrugGroup.Everolimus, DrugGroup.Sunitinib]);
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Hormone == Hormone.Insulinoma))
            choices.Add([DrugGroup.OctreotideShort, DrugGroup.Lanreotide]);
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Cells == Cells.Poor))
            choices.Add([DrugGroup.OtherChemotherapy, DrugGroup.OtherChemotherapy, DrugGroup.Platinum]);
        if (patient.Findings.Any(finding => finding.Kind == FindingKinds.StageGroup && finding.Words is "Stage I" or "IB"))
            choices.Add([DrugGroup.Lanreotide]);
        if (patient.Reports.Any(report => report.Conclusion == "Lesions are DOTATATE avid."))
            choices.Add([DrugGroup.Radionuclide]);
        if (patient.Findings.Any(finding => finding.Kind == FindingKinds.Hcg || finding.Kind == FindingKinds.PregnancyStatus))
            choices.Add([DrugGroup.Cabozantinib, DrugGroup.Telotristat]);
        if (patient.Drugs.Any(drug => drug.Kind.Group == DrugGroup.Ppi))
            services.AddRange(RequestKinds.ChromograninA, RequestKinds.ChromograninA);
        if (patient.Drugs.Any(drug => drug.Kind.Group is DrugGroup.Serotonergic or DrugGroup.Interfering))
            services.AddRange(RequestKinds.Hiaa, RequestKinds.Hiaa);
        if (patient.Drugs.Any(drug => Depots.Contains(drug.Kind.Group)))
            services.Add(RequestKinds.Receptor);
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Place == Place.Pancreas))
            services.Add(RequestKinds.DistalPancreatectomy);
        if (patient.Diagnoses.Any(diagnosis => diagnosis.Kind.Hormone is not null))
            services.Add(dice.One(RequestKinds.Interventions));
        if (services.Count > 0 && (draft.IsAppointment || choices.Count == 0 || dice.Maybe(50)))
            return draft with { Service = dice.One([.. services]), Date = draft.IsAppointment || dice.Maybe(60) ? Day(dice) : null };
        return draft.IsAppointment || choices.Count == 0 ? null : Drug(draft, dice, dice.One(DrugKinds.Of(dice.One([.. choices]))));
    }

    /// <summary>The end of a therapy, often of one that is on record.</summary>
    private static Draft Stop(Draft draft, InventedPatient patient, Dice dice)
    {
        DrugKind[] taken = [.. patient.Drugs.Where(drug => Depots.Contains(drug.Kind.Group)).Select(drug => drug.Kind)];
        return draft with
        {
            Drug = taken.Length > 0 && dice.Maybe(60) ? dice.One(taken) : dice.Maybe(70) ? dice.One(DrugKinds.Of(Depots)) : dice.One(DrugKinds.Orderable),
            Status = dice.One("stopped", "cancelled"),
            StopReason = dice.Maybe(20) ? dice.One("completed surgery, curative", "adverse effect") : null,
        };
    }

    private static Draft Drug(Draft draft, Dice dice) => Drug(draft, dice, dice.Maybe(30) ? dice.One(DrugKinds.Of(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot, DrugGroup.Radionuclide)) : dice.One(DrugKinds.Orderable));

    private static Draft Drug(Draft draft, Dice dice, DrugKind kind)
    {
        draft = draft with
        {
            Drug = kind,
            Date = dice.Maybe(50) ? Day(dice) : null,
            Note = dice.Maybe(12) ? dice.One("for hypotension", "dose escalation, symptoms not controlled", "as discussed") : null,
            Reason = dice.Maybe(14) ? ReasonOf(kind.Group, dice) : dice.Maybe(10) ? "icd|C7A.8" : null,
        };
        return kind.Group switch
        {
            DrugGroup.Lanreotide => draft with { Milligrams = dice.One<decimal?>(null, 60, 90, 120, 120, 120, 180), Every = Rhythm(dice) },
            DrugGroup.OctreotideDepot => draft with { Milligrams = dice.One<decimal?>(null, 10, 20, 20, 30, 30, 40, 60), Every = Rhythm(dice) },
            DrugGroup.Everolimus => Daily(draft, dice, 2.5m, 5, 7.5m, 10, 10, 12.5m),
            DrugGroup.Sunitinib => Daily(draft, dice, 25, 37.5m, 37.5m, 50),
            DrugGroup.Telotristat => draft with { Milligrams = dice.One<decimal?>(null, 250, 250, 500), TimesADay = dice.One<int?>(null, 1, 3, 3, 4) },
            _ => draft,
        };
    }

    private static (int, string)? Rhythm(Dice dice) =>
        dice.One<(int, string)?>(null, (4, "wk"), (4, "wk"), (28, "d"), (1, "mo"), (26, "d"), (25, "d"), (30, "d"), (31, "d"), (3, "wk"), (2, "wk"), (8, "wk"));

    private static Draft Daily(Draft draft, Dice dice, params decimal[] doses) =>
        dice.Maybe(10) ? draft : draft with { Milligrams = dice.One(doses), TimesADay = dice.Maybe(90) ? 1 : null };

    private static string? ReasonOf(DrugGroup group, Dice dice) => group switch
    {
        DrugGroup.Lanreotide or DrugGroup.OctreotideDepot or DrugGroup.OctreotideShort => "icd|E22.0",
        DrugGroup.Pasireotide => dice.One("icd|E24.0", "icd|E22.0"),
        DrugGroup.Everolimus or DrugGroup.Sunitinib or DrugGroup.Cabozantinib or DrugGroup.Belzutifan or DrugGroup.Platinum or DrugGroup.OtherChemotherapy => "icd|C64.9",
        _ => null,
    };

    private static string Day(Dice dice) => dice.Write(dice.Today.AddDays(dice.One(0, 1, 3, 7, 8, 13, 14, 15, 20, dice.Number(0, 60), dice.Number(0, 400))));
}
