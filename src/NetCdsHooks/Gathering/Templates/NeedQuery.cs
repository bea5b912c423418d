using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering.Templates;

/// <summary>One query for a need; a long one is split over several.</summary>
/// <param name="Key">The prefetch key, such as <c>pathology-2</c>.</param>
/// <param name="Template">FHIR read or search with the token of the patient id.</param>
internal sealed record NeedQuery(DataNeed Need, string Key, string Template)
{
    internal const string PatientToken = "{{context.patientId}}";

    internal string ResourceType { get; init; } = NeedInfo.Of(Need).ResourceType;

    /// <summary>Whether it only adds to what another query of the need answers, so that its failing leaves no gap.</summary>
    internal bool IsExtra { get; init; }

    /// <summary>Whether discovery asks clients to answer it in the prefetch.</summary>
    internal bool IsPublished => !IsExtra && Need != DataNeed.DraftOrders;

    /// <summary>The read of one order that a call names.</summary>
    internal static NeedQuery OfOrder(string reference) => new(DataNeed.DraftOrders, NeedInfo.Of(DataNeed.DraftOrders).Key, reference)
    {
        ResourceType = reference.Split('/')[0],
    };

    /// <summary>
    /// As clients are asked for it. What is booked and lies further back is over, so that 3.0's tokens can spare it: no fact reads it.
    /// A booking always has a day (R4's rule app-3 lets only what is proposed, waited for or cancelled go without). The month leaves room for time zones.
    /// </summary>
    internal string PublishedFor(SpecificationEdition edition) =>
        edition == SpecificationEdition.V3 && Need == DataNeed.Appointments ? $"{Template}&date=ge{{{{today() - 30 days}}}}" : Template;

    /// <summary>True for a read by id, false for a search.</summary>
    internal bool IsRead => !Template.Contains('?', StringComparison.Ordinal);

    /// <summary>The address of the query, relative to the FHIR server.</summary>
    internal string AddressFor(string patientId) => Template.Replace(PatientToken, Uri.EscapeDataString(patientId), StringComparison.Ordinal);
}
