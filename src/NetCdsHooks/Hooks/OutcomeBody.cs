using System.Collections.Immutable;

namespace NetCdsHooks.Hooks;

/// <summary>The FHIR OperationOutcome of an answer that is no success .</summary>
internal sealed record OutcomeBody(ImmutableArray<OutcomeIssue> Issue)
{
    public string ResourceType => "OperationOutcome";
}

/// <param name="Code">A code of FHIR's issue types, such as <c>required</c>.</param>
/// <param name="Diagnostics">Names the key or member; holds nothing of the patient.</param>
internal sealed record OutcomeIssue(string Code, OutcomeText Details, string? Diagnostics)
{
    public string Severity => "error";
}

internal sealed record OutcomeText(string Text);
