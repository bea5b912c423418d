namespace NetCdsHooks.Clinical.Fhir;

public sealed record Patient : Resource
{
    public string? Gender { get; init; }

    public string? BirthDate { get; init; }

    public bool? DeceasedBoolean { get; init; }

    public string? DeceasedDateTime { get; init; }
}
