using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is ordered or booked.</summary>
public sealed class OrderFacts
{
    private readonly Chart _chart;

    internal OrderFacts(Chart chart, ClinicalPicture picture) => _chart = chart;

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

    private Gaps Gaps => _chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments]);

    /// <summary>Whether something is pending, which one found order proves even where others could not be retrieved.</summary>
    internal Truth Has(PendingOrder kind) =>
        Items.Any(item => item.Kinds.Contains(kind)) ? Truth.Yes
        : Gaps.Any ? Truth.Unknown
        : Truth.No;

    private Fact<ImmutableHashSet<PendingOrder>> FindPending()
    {
        ImmutableArray<Evidence> evidence = [.. Items.Where(item => !item.Kinds.IsEmpty).Select(item => item.Evidence)];
        return Gaps.Any
            ? Gaps.MissingBeside<ImmutableHashSet<PendingOrder>>(evidence)
            : Fact.Known<ImmutableHashSet<PendingOrder>>([.. Items.SelectMany(item => item.Kinds)], evidence);
    }
}
