using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Studies done.</summary>
public sealed class ImagingFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal ImagingFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>A CT or MRI of a qualifying region was ever done.</summary>
    public Fact<bool> CrossSectional => field ??= Images.CrossSectional.Ever;

    /// <summary>NotRecorded when none was done.</summary>
    public Fact<ImagingDone> LastCrossSectional => field ??= Images.CrossSectional.Last;

    /// <summary>Only the CT of a PET/CT exists.</summary>
    public Fact<bool> PetCtOnly => field ??= Images.PetCtOnly;

    public Fact<bool> SstrImaging => field ??= Images.Sstr.Ever;

    public Fact<ImagingDone> LastSstrImaging => field ??= Images.Sstr.Last;

    public Fact<bool> Endosonography => field ??= Images.Endosonography.Ever;

    /// <summary>A colonoscopy or gastroscopy was ever done.</summary>
    public Fact<bool> Endoscopy => field ??= Images.Endoscopy.Ever;

    public Fact<PartialDate> LastEndoscopy => field ??= LastImages.DateOf(Images.Endoscopy.Last);

    public Fact<bool> FdgPet => field ??= Images.FdgPet.Ever;

    public Fact<PartialDate> LastFdgPet => field ??= LastImages.DateOf(Images.FdgPet.Last);

    public Fact<bool> Echocardiography => field ??= Images.Echocardiography.Ever;

    public Fact<PartialDate> LastEchocardiography => field ??= LastImages.DateOf(Images.Echocardiography.Last);

    /// <summary>The last CT, MRI or endosonography that can show the pancreas.</summary>
    public Fact<PartialDate> LastPancreaticImaging => field ??= LastImages.DateOf(Images.Pancreas.Last);

    internal Fact<ImagingDone> LastEndosonography => field ??= Images.Endosonography.Last;

    /// <summary>Every dated CT and MRI of a qualifying region, newest first; says nothing of what could not be retrieved.</summary>
    internal ImmutableArray<ImagingDone> CrossSectionalStudies => Images.CrossSectional.Dated;

    private TumourImages Images => field ??=
        new(_chart, _picture.Tumour.Site is Fact<PrimarySite>.Known site ? site.Value : null);
}
