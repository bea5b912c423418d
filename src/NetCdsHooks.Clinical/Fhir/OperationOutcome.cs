using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record OperationOutcome : Resource
{
    public ImmutableArray<OperationOutcomeIssue> Issue { get => field.IsDefault ? [] : field; init; }

    /// <summary>
    /// True unless every issue is a mere warning or information; an outcome without issues is a failure too.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFailure => Issue.IsEmpty || Issue.Any(issue => issue.Severity is not ("warning" or "information"));
}

public sealed record OperationOutcomeIssue
{
    public string? Severity { get; init; }

    public string? Code { get; init; }

    public CodeableConcept? Details { get; init; }

    public string? Diagnostics { get; init; }
}
