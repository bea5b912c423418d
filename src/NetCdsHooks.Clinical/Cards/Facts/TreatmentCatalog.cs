using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>What was done and is planned: operations, tumour board, orders.</summary>
internal static class TreatmentCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Flag("primaryResected", "primary tumour resected", picture => picture.Surgery.PrimaryResected, Conditions, Pathology, Status, Reports, Procedures),
        Define.Date("resectionDate", "date of resection", picture => picture.Surgery.ResectionDate, Conditions, Pathology, Status, Reports, Procedures),
        Define.Choice("residualTumour", "residual tumour", picture => picture.Surgery.Residual, ResidualWording, Conditions, Pathology, Status, Reports, Procedures),
        Define.Flag("postResection", "resected without known disease", picture => picture.Surgery.PostResection, Conditions, Pathology, Status, Reports, Procedures),
        Define.Flag("surgeryPlanned", "operation planned", picture => picture.Surgery.Planned, Procedures, ServiceRequests, Appointments),
        Define.Choice("mdtReview", "tumour-board review", picture => picture.Care.MdtReview, null, Conditions, Pathology, Status, Procedures, ServiceRequests, Appointments, CarePlans),
        Define.LastDate("lastMdt", "last tumour-board review", picture => picture.Care.LastMdt, Conditions, Pathology, Status, Procedures, ServiceRequests, Appointments, CarePlans),
        Define.Number("ecog", "ECOG performance status", "", picture => picture.Care.Ecog, ecog => Interval<decimal>.Exactly(ecog), Status),
        Define.Set("pendingOrders", "ordered or booked", picture => picture.Orders.Pending, PendingWording, (picture, order) => picture.Orders.Has(order), ServiceRequests, Appointments, DraftOrders),
    ];

    private static string? ResidualWording(ResidualTumour residual) => residual.ToString().ToUpperInvariant();

    internal static string? PendingWording(PendingOrder order) => order switch
    {
        PendingOrder.Ki67 => "Ki-67",
        PendingOrder.ChromograninA => "chromogranin A",
        PendingOrder.FiveHiaa => "5-HIAA",
        PendingOrder.CtOrMri => "CT or MRI",
        PendingOrder.SstrImaging => "SSTR imaging",
        PendingOrder.MdtReview => "tumour board",
        PendingOrder.FdgPet => "FDG PET",
        PendingOrder.Genetics => "genetic assessment",
        PendingOrder.Vip => "VIP",
        PendingOrder.Acth => "ACTH",
        PendingOrder.NtProBnp => "NT-proBNP",
        PendingOrder.Tsh => "TSH",
        PendingOrder.LiverDirected => "procedure on the liver",
        PendingOrder.PancreasSurgery => "operation on the pancreas",
        PendingOrder.LongActingOctreotide => "octreotide LAR",
        PendingOrder.LongActingSsa => "long-acting SSA",
        PendingOrder.SsaStop => "stop of a long-acting SSA",
        PendingOrder.Prrt => "PRRT",
        PendingOrder.YttriumPrrt => "PRRT with yttrium-90",
        PendingOrder.HistamineReleasing => "histamine-releasing drug",
        _ => null,
    };
}
