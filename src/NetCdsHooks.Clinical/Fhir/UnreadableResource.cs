using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

/// <summary>
/// Stands where a resource should be that could not be read. A fact that it could carry is unknown, never absent.
/// </summary>
/// <param name="ClaimedType">The <c>resourceType</c> it gave, null when it was no resource at all.</param>
/// <param name="Problem">What was wrong, without any value from the data.</param>
public sealed record UnreadableResource(string? ClaimedType, string Problem) : Resource
{
    /// <summary>What it said it was about, where that much could be read.</summary>
    public CodeableConcept? Code { get; init; }

    public Reference? Subject { get; init; }

    public override string TypeName => ClaimedType ?? "Resource";

    public override ImmutableArray<Reference> Subjects => Subject is null ? [] : [Subject];
}

/// <summary>A resource of a type from which no fact is read.</summary>
public sealed record OtherResource(string Type) : Resource
{
    public override string TypeName => Type;
}
