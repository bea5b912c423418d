using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Gathering;

/// <summary>What is known of a patient in one call, and how it came.</summary>
internal sealed record Gathered(PatientRecord Record, ImmutableArray<NeedTrace> Trace);
