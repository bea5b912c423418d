using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Clinical.Record;

/// <summary>An order that is being placed, dispatched or booked with the call.</summary>
/// <param name="Resource">
/// ServiceRequest, MedicationRequest, Appointment or a type that no card judges; <see cref="UnreadableResource"/> when it could not be
/// read or had.
/// </param>
/// <param name="IsJudged">False for background: order-select judges only what was just selected (CDS Hooks Q-08).</param>
public sealed record DraftOrder(Resource Resource, bool IsJudged = true)
{
    /// <summary>As the client sent it, for suggestions that change it; undefined when it was read elsewhere.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Why it could not be had or read; null when it was.</summary>
    public NeedGap? Gap { get; init; } = Resource is UnreadableResource ? NeedGap.Unreadable : null;

    /// <summary>An order that the call names and that could not be had.</summary>
    public static DraftOrder OutOfReach(string reference, NeedGap gap) =>
        new(new UnreadableResource(reference.Split('/')[0], "the order could not be had") { Id = reference.Split('/')[^1] }) { Gap = gap };
}
