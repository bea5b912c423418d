using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>One order or booking of the call, and what it is.</summary>
internal sealed class Ordered(Judge judge, Draft draft)
{
    private static readonly string[] OtherDiseases = ["icd|E22.0", "icd|E24.0", "icd|C64.9"];

    internal Draft Draft => draft;

    /// <summary>The day it is meant for, today at the earliest.</summary>
    internal DateOnly Day => Days.Read(draft.Date) is { } day && day.First > judge.Today ? day.First : judge.Today;

    internal bool IsDepot => Is(DrugGroup.Lanreotide, DrugGroup.OctreotideDepot);

    internal bool IsChemotherapy => Is(DrugGroup.Platinum, DrugGroup.OtherChemotherapy);

    internal bool IsRadionuclide => Is(DrugGroup.Radionuclide, DrugGroup.Yttrium) || For(Role.RadionuclideTherapy);

    internal bool IsOperation => For(PlannedTold.Operations);

    internal bool IsIntervention => For(PlannedTold.Interventions);

    internal bool IsSystemic => IsChemotherapy || IsRadionuclide || Is(DrugGroup.Everolimus, DrugGroup.Sunitinib, DrugGroup.Cabozantinib);

    /// <summary>Histamine-releasing or sympathomimetic.</summary>
    internal bool IsTrigger => Is(DrugGroup.Opioid, DrugGroup.Sympathomimetic);

    /// <summary>A CT or MRI that can show the tumour.</summary>
    internal bool IsSectional => For(Role.Sectional) && judge.Pending.Qualifies(draft.Service!.Region);

    /// <summary>The end of a therapy with a depot analogue.</summary>
    internal bool IsDepotStop => draft is { Status: "stopped" or "cancelled", Drug.Group: DrugGroup.Lanreotide or DrugGroup.OctreotideDepot };

    /// <summary>Its reason names another disease.</summary>
    internal bool IsForOther => OtherDiseases.Contains(draft.Reason);

    internal bool Is(params ReadOnlySpan<DrugGroup> groups) => draft is { IsEnded: false, Drug: { } drug } && groups.Contains(drug.Group);

    internal bool For(params ReadOnlySpan<Role> roles) => draft is { IsEnded: false, Service: { } service } && roles.Contains(service.Role);

    internal bool ForTest(RequestKind test) => draft is { IsEnded: false, Service: { } service } && service == test;
}
