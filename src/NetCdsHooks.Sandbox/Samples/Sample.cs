using System.Collections.Immutable;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>One invented patient: the folder's name, the patient resource, the story as written (Markdown), and the calls about orders.</summary>
internal sealed record Sample(string Name, SampleResource Patient, string Story, ImmutableArray<SampleCall> Calls);
