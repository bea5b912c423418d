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
    public Fact<ImmutableHashSet<PendingOrder>> Pending => field ??= FindPending();

    /// <summary>Studies in the order of the record; says nothing of what could not be retrieved.</summary>
    internal ImmutableArray<PendingStudy> PendingStudies =>
    [
        .. from item in Items
           from kind in item.Kinds
           where kind is PendingOrder.CtOrMri or PendingOrder.SstrImaging
           select new PendingStudy(kind, item.Date, item.Regions, item.Evidence),
    ];

    private ImmutableArray<PendingItem> Items => field.IsDefault ? field = [.. PendingOrders.Of(_chart)] : field;

    private Gaps Gaps => _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments, DataNeed.DraftOrders]);

    /// <summary>Whether something is pending, which one found order proves even where others could not be retrieved.</summary>
    internal Truth Has(PendingOrder kind) =>
        Items.Any(item => KindsOf(item).Contains(kind)) ? Truth.Yes
        : Gaps.Any ? Truth.Unknown
        : Truth.No;

    private Fact<ImmutableHashSet<PendingOrder>> FindPending()
    {
        ImmutableArray<Evidence> evidence = [.. Items.Where(item => !KindsOf(item).IsEmpty).Select(item => item.Evidence)];
        return Gaps.Any
            ? Gaps.MissingBeside<ImmutableHashSet<PendingOrder>>(evidence)
            : Fact.Known<ImmutableHashSet<PendingOrder>>([.. Items.SelectMany(KindsOf)], evidence);
    }

    private ImmutableHashSet<PendingOrder> KindsOf(PendingItem item) => KindsOf(item.Kinds, item.Regions);

    /// <summary>A CT or MRI that cannot show the tumour is none.</summary>
    internal ImmutableHashSet<PendingOrder> KindsOf(ImmutableHashSet<PendingOrder> kinds, BodyRegions regions) =>
        kinds.Contains(PendingOrder.CtOrMri) && !regions.Show(_picture.Tumour.Site is Fact<PrimarySite>.Known site ? site.Value : null)
            ? kinds.Remove(PendingOrder.CtOrMri)
            : kinds;
}
