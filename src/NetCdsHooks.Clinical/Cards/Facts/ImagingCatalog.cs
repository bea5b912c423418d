using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What was imaged and measured: studies, receptors, markers.</summary>
internal static class ImagingCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Result("sstr", "somatostatin receptors", picture => picture.Receptor.Sstr, Pathology, Status, Reports, Imaging),
        Define.Flag("crossSectionalImaging", "CT or MRI of the tumour region", picture => picture.Imaging.CrossSectional, Conditions, Pathology, Imaging, Reports, Procedures, ServiceRequests),
        Define.Text("lastCrossSectionalImaging", "last CT or MRI", 26, picture => picture.Imaging.LastCrossSectional, Done, Conditions, Pathology, Imaging, Reports, Procedures, ServiceRequests),
        Define.Text("lastModality", "modality of the last study", 15, picture => picture.Imaging.LastCrossSectional, done => ModalityWording(done.Modality), Conditions, Pathology, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("petCtOnly", "only the CT of a PET/CT", picture => picture.Imaging.PetCtOnly, Conditions, Pathology, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("sstrImaging", "somatostatin-receptor imaging", picture => picture.Imaging.SstrImaging, Imaging, Reports, Procedures, ServiceRequests),
        Define.LastDate("lastSstrImaging", "last somatostatin-receptor imaging", LastSstrImaging, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("endosonography", "endoscopic ultrasound", picture => picture.Imaging.Endosonography, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("endoscopy", "colonoscopy or gastroscopy", picture => picture.Imaging.Endoscopy, Imaging, Reports, Procedures, ServiceRequests),
        Define.LastDate("lastEndoscopy", "last colonoscopy or gastroscopy", picture => picture.Imaging.LastEndoscopy, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("fdgPet", "FDG PET", picture => picture.Imaging.FdgPet, Imaging, Reports, Procedures, ServiceRequests),
        Define.LastDate("lastFdgPet", "last FDG PET", picture => picture.Imaging.LastFdgPet, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("echocardiography", "echocardiography", picture => picture.Imaging.Echocardiography, Imaging, Reports, Procedures, ServiceRequests),
        Define.LastDate("lastEchocardiography", "last echocardiography", picture => picture.Imaging.LastEchocardiography, Imaging, Reports, Procedures, ServiceRequests),
        Define.LastDate("lastPancreaticImaging", "last image of the pancreas", picture => picture.Imaging.LastPancreaticImaging, Imaging, Reports, Procedures, ServiceRequests),
        Define.Text("chromograninA", "chromogranin A", 36, picture => picture.Markers.ChromograninA, LaboratoryCatalog.Value, Markers),
        Define.Flag("chromograninAElevated", "chromogranin A elevated", picture => picture.Markers.ChromograninAElevated, Markers),
        Define.Text("fiveHiaa", "5-HIAA", 36, picture => picture.Markers.FiveHiaa, LaboratoryCatalog.Value, Markers),
        Define.Flag("fiveHiaaElevated", "5-HIAA elevated", picture => picture.Markers.FiveHiaaElevated, Markers),
        Define.Flag("randomUrineFiveHiaaOnly", "5-HIAA in random urine only", picture => picture.Markers.RandomUrineFiveHiaaOnly, Markers),
        Define.Text("neuronSpecificEnolase", "neuron-specific enolase", 36, picture => picture.Markers.NeuronSpecificEnolase, LaboratoryCatalog.Value, Markers),
    ];

    internal static string ModalityWording(Modality modality) => modality switch
    {
        Modality.Ct => "CT",
        Modality.Mri => "MRI",
        Modality.Endosonography => "endosonography",
        Modality.Pathology => "pathology",
        Modality.Other => "other imaging",
        _ => throw new ArgumentOutOfRangeException(nameof(modality), modality, null),
    };

    private static Fact<PartialDate> LastSstrImaging(ClinicalPicture picture) => picture.Imaging.LastSstrImaging.Then(done =>
        done.Date is { } date
            ? Fact.Known(date, picture.Imaging.LastSstrImaging.Evidence)
            : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded));

    private static string Done(ImagingDone done) =>
        done.Date is { } date ? $"{ModalityWording(done.Modality)} {Define.Day(date)}" : $"{ModalityWording(done.Modality)}, undated";
}
