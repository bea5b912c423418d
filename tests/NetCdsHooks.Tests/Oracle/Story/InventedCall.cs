using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>The moment at which the record is read, and what is being ordered.</summary>
internal sealed record InventedCall(Hook Hook, ImmutableArray<Draft> Drafts)
{
    internal static InventedCall Opened { get; } = new(Hook.PatientView, []);

    internal bool IsAboutOrders => Hook is Hook.OrderSelect or Hook.OrderSign or Hook.OrderDispatch or Hook.AppointmentBook;

    internal string InWords() => $"{Hook}\n{string.Concat(Drafts.Select(draft => $"  {draft}\n"))}";
}
