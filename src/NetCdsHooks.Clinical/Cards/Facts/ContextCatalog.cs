using System.Collections.Immutable;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What surrounds the tumour: complications, what has come up since the last image, interventions done and planned.</summary>
internal static class ContextCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Flag("carcinoidHeartDisease", "carcinoid heart disease", picture => picture.Complications.CarcinoidHeartDisease, Conditions),
        Define.Flag("carcinoidCrisis", "carcinoid crisis in the past", picture => picture.Complications.CarcinoidCrisis, Conditions),
        Define.Flag("neoplasmPain", "tumour or bone pain", picture => picture.Complications.NeoplasmPain, Conditions),
        Define.Flag("observedPancreas", "small pancreatic tumour under observation", picture => picture.Watch.ObservedPancreas, Conditions, Pathology, Status, Reports, Imaging, Procedures, ServiceRequests),
        Define.Set("newFeatures", "new since the last image", picture => picture.Watch.NewFeatures, FeatureWording, (picture, feature) => picture.Watch.Has(feature), Conditions, Status, Reports, Imaging, Procedures, ServiceRequests),
        Define.Text("newFeature", "new since the last image", 66, picture => picture.Watch.NewFeature, text => text, Conditions, Status, Reports, Imaging, Procedures, ServiceRequests),
        Define.Flag("cholecystectomy", "cholecystectomy", picture => picture.Interventions.Cholecystectomy, Conditions, Procedures, ServiceRequests),
        Define.Flag("beamRadiotherapy", "external beam radiotherapy", picture => picture.Interventions.BeamRadiotherapy, Procedures, ServiceRequests),
        Define.LastDate("lastBeamRadiotherapy", "last external beam radiotherapy", picture => picture.Interventions.LastBeamRadiotherapy, Procedures, ServiceRequests),
        Define.Set("plannedIntervention", "planned interventions", picture => picture.Interventions.Planned, null, (picture, kind) => picture.Interventions.Has(kind), Procedures, ServiceRequests, Appointments),
        Define.Number("daysToSurgery", "days to the operation", "days", picture => picture.Interventions.DaysToSurgery, days => days, Procedures, ServiceRequests, Appointments),
        Define.Flag("shortActingOctreotidePlanned", "short-acting octreotide ordered", picture => picture.Interventions.ShortActingOctreotidePlanned, Procedures, MedicationRequests, MedicationStatements, MedicationAdministrations, ServiceRequests),
        Define.Flag("octreotideCovers", "short-acting octreotide ordered, and it answers the syndrome", picture => picture.Interventions.OctreotideCovers, Conditions, Pathology, Reports, Status, Procedures, MedicationRequests, MedicationStatements, MedicationAdministrations, ServiceRequests),
    ];

    private static string? FeatureWording(NewFeature feature) => feature switch
    {
        NewFeature.Syndrome => "hormone syndrome",
        NewFeature.ReportedFeature => "malignant feature in a report",
        _ => null,
    };
}
