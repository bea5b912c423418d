using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One thing in the record that could not be used, in words that name no patient.</summary>
internal sealed record QualityProblem(string Phrase, ImmutableArray<Evidence> Evidence)
{
    /// <summary>The phrase for a summary, where the name of a resource helps nobody.</summary>
    internal string Brief => Evidence.Aggregate(Phrase, (text, item) => text
        .Replace($" in {item.Resource} ", " ", StringComparison.Ordinal)
        .Replace(item.Resource, NameOf(item.Resource.Split('/')[0]), StringComparison.Ordinal));

    private static string NameOf(string type) => type switch
    {
        "Observation" => "a result",
        "DiagnosticReport" => "a report",
        "Condition" => "a diagnosis",
        "Procedure" => "a procedure",
        "ImagingStudy" => "an imaging study",
        "MedicationAdministration" => "a dose",
        _ => "an entry",
    };
}
