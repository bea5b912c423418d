namespace NetCdsHooks.Sandbox.Samples;

/// <summary>One invented patient: the folder's name, the patient resource, and the story as written (Markdown).</summary>
internal sealed record Sample(string Name, SampleResource Patient, string Story);
