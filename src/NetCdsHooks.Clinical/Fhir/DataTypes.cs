using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Fhir;

public sealed record Reference
{
    /// <summary>Relative, absolute, <c>urn:uuid:</c> or <c>#contained</c>.</summary>
    [JsonPropertyName("reference")]
    public string? Target { get; init; }

    public string? Type { get; init; }

    public string? Display { get; init; }

    /// <summary>The id behind <c>Type/id</c>, of a relative or an absolute reference; null when it does not point at that type.</summary>
    public string? IdOf(string type)
    {
        if (Target is not { } text)
            return null;
        var slash = text.LastIndexOf('/');
        var history = text.IndexOf("/_history/", StringComparison.Ordinal);
        if (history >= 0)
        {
            text = text[..history];
            slash = text.LastIndexOf('/');
        }

        return slash >= type.Length
            && text.AsSpan(slash - type.Length, type.Length).SequenceEqual(type)
            && (slash == type.Length || text[slash - type.Length - 1] == '/')
            ? text[(slash + 1)..]
            : null;
    }
}

public sealed record Quantity
{
    public decimal? Value { get; init; }

    /// <summary>One of <c>&lt; &lt;= &gt;= &gt;</c>, or null for an exact value.</summary>
    public string? Comparator { get; init; }

    public string? Unit { get; init; }

    public string? System { get; init; }

    public string? Code { get; init; }
}

public sealed record Range
{
    public Quantity? Low { get; init; }

    public Quantity? High { get; init; }
}

public sealed record Period
{
    public string? Start { get; init; }

    public string? End { get; init; }
}

public sealed record Annotation
{
    public string? Text { get; init; }
}

public sealed record Extension
{
    public string? Url { get; init; }

    public CodeableConcept? ValueCodeableConcept { get; init; }
}

public sealed record Identifier
{
    public string? System { get; init; }

    public string? Value { get; init; }
}

public sealed record Dosage : BackboneElement
{
    public string? Text { get; init; }

    public CodeableConcept? Route { get; init; }

    public Timing? Timing { get; init; }

    public ImmutableArray<DoseAndRate> DoseAndRate { get => field.IsDefault ? [] : field; init; }

    /// <summary>MedicationAdministration states its dose here.</summary>
    public Quantity? Dose { get; init; }
}

public sealed record DoseAndRate : BackboneElement
{
    public Quantity? DoseQuantity { get; init; }

    public Range? DoseRange { get; init; }
}

public sealed record Timing : BackboneElement
{
    public ImmutableArray<string> Event { get => field.IsDefault ? [] : field; init; }

    public TimingRepeat? Repeat { get; init; }

    /// <summary>An abbreviation such as <c>BID</c>.</summary>
    public CodeableConcept? Code { get; init; }
}

public sealed record TimingRepeat
{
    public Period? BoundsPeriod { get; init; }

    public int? Frequency { get; init; }

    public int? FrequencyMax { get; init; }

    public decimal? Period { get; init; }

    public decimal? PeriodMax { get; init; }

    /// <summary>UCUM code of a unit of time.</summary>
    public string? PeriodUnit { get; init; }
}
