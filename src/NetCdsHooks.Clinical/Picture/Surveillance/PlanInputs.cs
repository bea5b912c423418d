using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The facts that decide the plan of follow-up.</summary>
internal sealed record PlanInputs
{
    internal required DateOnly Today { get; init; }

    internal Fact<NetStatus> Status { get; init; } = Fact.Known(NetStatus.Active);

    internal Fact<PrimarySite> Site { get; init; } = Nothing<PrimarySite>();

    internal Fact<GradeCategory> Category { get; init; } = Nothing<GradeCategory>();

    internal Fact<GradeClass> Grade { get; init; } = Nothing<GradeClass>();

    internal Fact<Extent> Extent { get; init; } = Nothing<Extent>();

    internal Fact<string> StageGroup { get; init; } = Nothing<string>();

    internal Fact<string> TCategory { get; init; } = Nothing<string>();

    internal Fact<string> NCategory { get; init; } = Nothing<string>();

    /// <summary>Latest size in place, in mm.</summary>
    internal Fact<Interval<decimal>> Size { get; init; } = Nothing<Interval<decimal>>();

    /// <summary>Size in the resected specimen, in mm.</summary>
    internal Fact<Interval<decimal>> SpecimenSize { get; init; } = Nothing<Interval<decimal>>();

    internal Fact<bool> PrimaryResected { get; init; } = Fact.Known(false);

    internal Fact<bool> PostResection { get; init; } = Fact.Known(false);

    internal Fact<ResidualTumour> Residual { get; init; } = Nothing<ResidualTumour>();

    internal Fact<FunctionalStatus> Function { get; init; } = Nothing<FunctionalStatus>();

    internal Fact<bool> SystemicTherapyEver { get; init; } = Fact.Known(false);

    /// <summary>The last treatment or the abatement of the tumour, whichever is later; null when neither is dated.</summary>
    internal PartialDate? DiseaseFreeSince { get; init; }

    private static Fact<T> Nothing<T>()
        where T : notnull => Fact.Unknown<T>(UnknownReason.NotRecorded);
}
