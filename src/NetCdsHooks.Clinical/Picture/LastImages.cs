using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>From which day the next images are counted.</summary>
internal static class LastImages
{
    /// <summary>The last CT or MRI; an endosonography counts only for an observed pancreatic tumour.</summary>
    internal static Fact<PartialDate> Under(
        SurveillancePlan plan, Fact<ImagingDone> crossSectional, Func<Fact<bool>> endosonography, Chart chart)
    {
        var last = DateOf(crossSectional);
        return plan == SurveillancePlan.ObservedPancreas ? Later(last, endosonography(), chart) : last;
    }

    /// <summary>NotRecorded for a study without a date.</summary>
    internal static Fact<PartialDate> DateOf(Fact<ImagingDone> study) => study.Then(done =>
        done.Date is { } date ? Fact.Known(date, study.Evidence) : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, study.Evidence));

    private static Fact<PartialDate> Later(Fact<PartialDate> last, Fact<bool> endosonography, Chart chart)
    {
        if (endosonography.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable)
            return Fact.UnknownLike<PartialDate>(endosonography);
        if (last.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable
            || endosonography.Test(done => done) != Truth.Yes)
            return last;
        var latest = endosonography.Evidence
            .Where(evidence => evidence.Date is not null && !chart.IsFuture(evidence.Date))
            .MaxBy(evidence => evidence.Date);
        return latest?.Date is { } date && (last is not Fact<PartialDate>.Known known || date.CompareTo(known.Value) > 0)
            ? Fact.Known(date, latest)
            : last;
    }
}
