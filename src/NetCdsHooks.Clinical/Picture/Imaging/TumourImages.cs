using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Images that can show a tumour of one primary site.</summary>
internal sealed class TumourImages(Chart chart, PrimarySite? site)
{
    private readonly ImagingLog _log = new(chart);
    private readonly ImageKinds _kinds = new(chart);

    internal StudyEvents CrossSectional => field ??= new(
        [.. _log.Done(_kinds.CrossSectional).Where(study => study.Regions.Show(site))],
        [.. _log.BrokenOff(_kinds.CrossSectional).Where(study => study.Regions.Show(site))],
        GapsFor("ct", "mri"));

    internal StudyEvents Sstr => field ??= Events(_kinds.Sstr, "sstr-imaging", "pet", "nuclear-medicine");

    internal StudyEvents Endosonography => field ??= Events(_kinds.Endosonography, "eus");

    internal StudyEvents Endoscopy => field ??= Events(_kinds.Endoscopy, "endoscopy");

    internal StudyEvents Echocardiography => field ??= Events(_kinds.Echocardiography, "echocardiography");

    /// <summary>A PET whose tracer is told nowhere may have been one, so it leaves open whether there was none.</summary>
    internal StudyEvents FdgPet => field ??= new(
        _log.Done(_kinds.FdgPet),
        [.. _log.BrokenOff(_kinds.FdgPet), .. _log.Done(_kinds.PetOfUntoldTracer)],
        GapsFor("fdg-pet", "pet", "nuclear-medicine"));

    /// <summary>CT, MRI and endosonography, whatever the primary site.</summary>
    internal StudyEvents Pancreas => field ??= new(
        [
            .. _log.Done(_kinds.CrossSectional).Where(study => study.Regions.Show(PrimarySite.Pancreas)),
            .. _log.Done(_kinds.Endosonography),
        ],
        [],
        GapsFor("ct", "mri", "eus"));

    internal Fact<bool> PetCtOnly
    {
        get
        {
            var petCt = _log.Done(_kinds.PetCt);
            return CrossSectional.Ever.Then(ever =>
                ever || petCt.IsEmpty
                    ? Fact.Known(false, CrossSectional.Ever.Evidence)
                    : Fact.Known(true, [.. petCt.Select(study => study.Evidence)]));
        }
    }

    private StudyEvents Events(Func<ImageSource, StudyDone?> kind, params ReadOnlySpan<string> conceptIds) =>
        new(_log.Done(kind), _log.BrokenOff(kind), GapsFor(conceptIds));

    private Gaps GapsFor(params ReadOnlySpan<string> conceptIds) =>
        chart.GapsIn([DataNeed.Imaging, DataNeed.Reports, DataNeed.Procedures, DataNeed.ServiceRequests], conceptIds);
}
