using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Terminology;

/// <summary>Codes and wording for one idea, as a FHIR resource states it.</summary>
public sealed record CodeableConcept
{
    public ImmutableArray<Coding> Coding { get => field.IsDefault ? [] : field; init; }

    public string? Text { get; init; }

    /// <summary>True when a code stands beside the wording, and the system to which it belongs.</summary>
    public bool IsCoded => Coding.Any(coding => coding is { Code.Length: > 0, System.Length: > 0 });

    /// <summary>The wording a reader would be shown: text, else the first display, else the first code.</summary>
    public string? Wording =>
        Text ?? Coding.Select(coding => coding.Display).FirstOrDefault(display => display is not null)
             ?? Coding.Select(coding => coding.Code).FirstOrDefault(code => code is not null);

    /// <summary>Text and displays, in this order.</summary>
    public IEnumerable<string> Wordings
    {
        get
        {
            if (Text is not null)
                yield return Text;
            foreach (var coding in Coding)
                if (coding.Display is not null)
                    yield return coding.Display;
        }
    }
}
