using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>From which day the next images are counted.</summary>
internal static class LastImages
{
    /// <summary>The last CT or MRI; an endosonography counts only for an observed pancreatic tumour.</summary>
    internal static Fact<PartialDate> Under(
        SurveillancePlan plan, Fact<ImagingDone> crossSectional, Func<Fact<ImagingDone>> endosonography) =>
        plan == SurveillancePlan.ObservedPancreas ? Later(DateOf(crossSectional), DateOf(endosonography())) : DateOf(crossSectional);

    /// <summary>NotRecorded for a study without a date.</summary>
    internal static Fact<PartialDate> DateOf(Fact<ImagingDone> study) => study.Then(done =>
        done.Date is { } date ? Fact.Known(date, study.Evidence) : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, study.Evidence));

    /// <summary>What could not be asked or read might be the later one.</summary>
    private static Fact<PartialDate> Later(Fact<PartialDate> one, Fact<PartialDate> other) =>
        IsMissing(one) ? one
        : IsMissing(other) ? other
        : other is Fact<PartialDate>.Known second && (one is not Fact<PartialDate>.Known first || second.Value.CompareTo(first.Value) > 0) ? other
        : one;

    private static bool IsMissing(IFact fact) => fact.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable;
}
