using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>How disease and symptoms go under treatment.</summary>
internal static class CourseCatalog
{
    private static readonly ImmutableArray<DataNeed> Medicines = [MedicationRequests, MedicationStatements, MedicationAdministrations];

    private static readonly ImmutableArray<DataNeed> Narratives = [Conditions, Pathology, Status, Reports, Procedures, CarePlans];

    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("progression", "course of the disease", picture => picture.Progression.Course, null, Status, Reports),
        Define.Date("progressionDate", "date of progression", picture => picture.Progression.WorsenedOn, Status, Reports),
        Define.Flag("rapidProgression", "rapid progression", picture => picture.Progression.Rapid, Narratives),
        Define.Flag("symptomsUncontrolled", "hormone symptoms uncontrolled", picture => picture.Progression.SymptomsUncontrolled, Narratives),
        Define.Flag("ssaFailure", "disease or symptoms worse on the long-acting analogue", picture => picture.Progression.SsaFailure, [.. Narratives, .. Medicines]),
        Define.Choice("diarrhoeaOnSsa", "diarrhoea after the start of the analogue", picture => picture.Bowel.DiarrhoeaOnSsa, null, [Conditions, .. Medicines]),
        Define.Flag("bowelObstruction", "bowel obstruction", picture => picture.Bowel.Obstruction, Conditions),
        Define.Flag("severeConstipation", "severe constipation", picture => picture.Bowel.SevereConstipation, Conditions),
    ];
}
