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

    internal static string? PendingWording(OrderKind order) => order switch
    {
        OrderKind.Ki67 => "Ki-67",
        OrderKind.ChromograninA => "chromogranin A",
        OrderKind.FiveHiaa => "5-HIAA",
        OrderKind.CtOrMri => "CT or MRI",
        OrderKind.SstrImaging => "SSTR imaging",
        OrderKind.MdtReview => "tumour board",
        OrderKind.FdgPet => "FDG PET",
        OrderKind.Genetics => "genetic assessment",
        OrderKind.Vip => "VIP",
        OrderKind.Acth => "ACTH",
        OrderKind.NtProBnp => "NT-proBNP",
        OrderKind.Tsh => "TSH",
        OrderKind.LiverDirected => "procedure on the liver",
        OrderKind.PancreasSurgery => "operation on the pancreas",
        OrderKind.LongActingOctreotide => "octreotide LAR",
        OrderKind.LongActingSsa => "long-acting SSA",
        OrderKind.SsaStop => "stop of a long-acting SSA",
        OrderKind.Prrt => "PRRT",
        OrderKind.YttriumPrrt => "PRRT with yttrium-90",
        OrderKind.HistamineReleasing => "histamine-releasing drug",
        _ => null,
    };
}
