using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One order or booking that is still to be carried out, with all that it is for.</summary>
internal sealed record PendingItem(ImmutableHashSet<OrderKind> Kinds, PartialDate? Date, BodyRegions Regions, Evidence Evidence);
