using System.Collections.Immutable;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What is given, was given and is to be given: analogues, radionuclides, antitumour drugs and others.</summary>
internal static class MedicineCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("ssa", "long-acting somatostatin analogue", picture => picture.Ssa.Use, null, Medicines()),
        Define.Choice("longActingSsa", "long-acting analogue in use", picture => picture.Ssa.LongActing, DrugWording, Medicines()),
        Define.Text("longActingSsaDrug", "long-acting analogue", 28, picture => picture.Ssa.LongActingDrug, drug => drug, Medicines()),
        Define.Date("longActingSsaStart", "start of the long-acting analogue", picture => picture.Ssa.LongActingStart, Medicines()),
        Define.LastDate("lastLongActingDose", "last dose of a long-acting analogue", picture => picture.Ssa.LastLongActingDose, Medicines(Procedures)),
        Define.Date("nextLongActingDose", "next dose of a long-acting analogue", picture => picture.Ssa.NextLongActingDose, Medicines(ServiceRequests, Appointments)),
        Define.Flag("shortActingSsaActive", "short-acting octreotide", picture => picture.Ssa.ShortActingActive, Medicines()),
        Define.Flag("ssaStopped", "long-acting analogue stopped within 30 days", picture => picture.Ssa.Stopped, Medicines()),
        Define.Flag("ssaStoppedForCure", "stopped because the tumour was removed", picture => picture.Ssa.StoppedForCure, Medicines()),
        Define.Number("prrtCycles", "cycles of PRRT", "", picture => picture.Prrt.Cycles, cycles => cycles, Medicines(Procedures)),
        Define.Flag("prrtPlanned", "PRRT planned", picture => picture.Prrt.Planned, Medicines(Procedures, ServiceRequests, Appointments)),
        Define.Date("nextPrrt", "next planned PRRT", picture => picture.Prrt.Next, Medicines(Procedures, ServiceRequests, Appointments)),
        Define.Flag("everolimusEver", "everolimus", picture => picture.Antitumour.EverolimusEver, Medicines()),
        Define.Flag("sunitinibEver", "sunitinib", picture => picture.Antitumour.SunitinibEver, Medicines()),
        Define.Flag("cabozantinibEver", "cabozantinib", picture => picture.Antitumour.CabozantinibEver, Medicines()),
        Define.Flag("belzutifanEver", "belzutifan", picture => picture.Antitumour.BelzutifanEver, Medicines()),
        Define.Flag("telotristatEver", "telotristat", picture => picture.Antitumour.TelotristatEver, Medicines()),
        Define.Flag("chemotherapyEver", "chemotherapy", picture => picture.Antitumour.ChemotherapyEver, Medicines()),
        Define.Flag("platinumEver", "platinum chemotherapy", picture => picture.Antitumour.PlatinumEver, Medicines()),
        Define.Flag("systemicTherapyEver", "systemic tumour therapy", picture => picture.Antitumour.SystemicEver, Medicines(Procedures)),
        Define.Flag("priorSystemicTherapy", "systemic tumour therapy other than an SSA", picture => picture.Antitumour.SystemicBeyondSsa, Medicines(Procedures)),
        Define.Flag("ppiActive", "proton-pump inhibitor within 14 days", picture => picture.Medication.PpiActive, Medicines()),
        Define.LastDate("lastPpiDay", "last day with a proton-pump inhibitor", picture => picture.Medication.LastPpiDay, Medicines()),
        Define.Flag("opioidActive", "opioid", picture => picture.Medication.OpioidActive, Medicines()),
    ];

    private static string? DrugWording(LongActingSsa drug) => drug switch
    {
        LongActingSsa.OctreotideLar => "octreotide LAR",
        LongActingSsa.Several => "more than one",
        _ => null,
    };

    private static ImmutableArray<DataNeed> Medicines(params ReadOnlySpan<DataNeed> others) =>
        [.. others, MedicationRequests, MedicationStatements, MedicationAdministrations];
}
