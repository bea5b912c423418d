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
    public Fact<bool> CrossSectional => field ??= OfTumour(images => images.CrossSectional.Ever);

    /// <summary>NotRecorded when none was done.</summary>
    public Fact<ImagingDone> LastCrossSectional => field ??= OfTumour(images => images.CrossSectional.Last);

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
    public Fact<PartialDate> LastPancreaticImaging => field ??= Images.Pancreas.Last.Then(done => done.Date is { } date
        ? Fact.Known(date, Images.Pancreas.Last.Evidence)
        : Fact.Unknown<PartialDate>(UnknownReason.Unusable, Images.Pancreas.Last.Evidence));

    internal Fact<ImagingDone> LastEndosonography => field ??= Images.Endosonography.Last;

    /// <summary>Every dated CT and MRI of a qualifying region, newest first; says nothing of what could not be retrieved.</summary>
    internal ImmutableArray<ImagingDone> CrossSectionalStudies => Images.CrossSectional.Dated;

    /// <summary>As long as the site could not be asked or read, only what holds for the abdomen and the chest alike.</summary>
    private Fact<T> OfTumour<T>(Func<TumourImages, Fact<T>> read)
        where T : notnull
    {
        var site = _picture.Tumour.Site;
        var abdomen = read(Images);
        if (site.WhyUnknown is not (UnknownReason.NotRetrieved or UnknownReason.Unreadable))
            return abdomen;
        var chest = read(new TumourImages(_chart, PrimarySite.Lung));
        var isSame = abdomen is Fact<T>.Known here
            ? chest is Fact<T>.Known there && here.Value.Equals(there.Value)
            : abdomen.WhyUnknown == chest.WhyUnknown;
        return isSame ? abdomen : Fact.Missing<T>(site.WhyUnknown.Value, site.Missing);
    }

    private TumourImages Images => field ??=
        new(_chart, _picture.Tumour.Site is Fact<PrimarySite>.Known site ? site.Value : null);
}
