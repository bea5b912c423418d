using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is ordered or booked.</summary>
public sealed class OrderFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal OrderFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>A CT or MRI is among them only when it can show the tumour.</summary>
    public Fact<ImmutableHashSet<OrderKind>> Pending => field ??= FindPending();

    /// <summary>Studies in the order of the record; says nothing of what could not be retrieved.</summary>
    internal ImmutableArray<PendingStudy> PendingStudies =>
    [
        .. from item in _chart.Pending
           from kind in item.Kinds
           where kind is OrderKind.CtOrMri or OrderKind.SstrImaging
           select new PendingStudy(kind, item.Date, item.Regions, item.Evidence),
    ];

    private Gaps Gaps => _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.DraftOrders]);

    /// <summary>Whether something is pending, which one found order proves even where others could not be retrieved.</summary>
    internal Truth Has(OrderKind kind) =>
        _chart.Pending.Any(item => KindsOf(item).Contains(kind)) ? Truth.Yes
        : Gaps.Any ? Truth.Unknown
        : Truth.No;

    private Fact<ImmutableHashSet<OrderKind>> FindPending()
    {
        ImmutableArray<Evidence> evidence = [.. _chart.Pending.Where(item => !KindsOf(item).IsEmpty).Select(item => item.Evidence)];
        return Gaps.Any
            ? Gaps.MissingBeside<ImmutableHashSet<OrderKind>>(evidence)
            : Fact.Known<ImmutableHashSet<OrderKind>>([.. _chart.Pending.SelectMany(KindsOf)], evidence);
    }

    private ImmutableHashSet<OrderKind> KindsOf(PendingItem item) => KindsOf(item.Kinds, item.Regions);

    /// <summary>A CT or MRI that cannot show the tumour is none.</summary>
    internal ImmutableHashSet<OrderKind> KindsOf(ImmutableHashSet<OrderKind> kinds, BodyRegions regions) =>
        kinds.Contains(OrderKind.CtOrMri) && !regions.Show(_picture.Tumour.Site is Fact<PrimarySite>.Known site ? site.Value : null)
            ? kinds.Remove(OrderKind.CtOrMri)
            : kinds;
}
