using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Commands;

/// <summary>Everything that is known of one patient on one day, and every card's decision.</summary>
/// <param name="SiteChanges">What a site has made different from the shipped cards.</param>
/// <param name="Unmapped">Codes that a site would do well to map.</param>
internal sealed record Explanation(
    string PatientId, DateOnly AsOf, ImmutableArray<string> SiteChanges, ImmutableArray<ExplainedFact> Facts, ImmutableArray<CardDecision> Cards,
    ImmutableArray<UnmappedCode> Unmapped)
{
    /// <summary>The rules by which the record was read although it is not as FHIR has it; see the README of <c>Fhir</c>.</summary>
    internal ImmutableArray<string> Tolerances { get; init; } = [];

    internal static Explanation Of(PatientFile file, HookServices services, DateOnly today)
    {
        var service = file.ServiceIn(services);
        var record = file.RecordFor(service);
        var picture = services.Knowledge.Picture(record, today, TimeZoneInfo.Utc);
        return new(
            record.PatientId, today, services.SiteChanges, [.. FactCatalog.All.Select(fact => ExplainedFact.Of(fact, picture))], service.DecideAll(picture),
            picture.UnmappedCodes);
    }

    internal static string Word(Truth answer) => answer switch
    {
        Truth.Yes => "fires",
        Truth.No => "silent",
        Truth.Unknown => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}

/// <param name="Text">The value in words, or why there is none.</param>
internal sealed record ExplainedFact(string Name, string Title, string Text, bool IsKnown, ImmutableArray<string> Evidence)
{
    internal static ExplainedFact Of(FactDefinition definition, ClinicalPicture picture)
    {
        var fact = definition.Read(picture);
        return new(definition.Name, definition.Title, definition.Describe(picture), fact.WhyUnknown is null, EvidenceOf(fact));
    }

    internal static ImmutableArray<string> EvidenceOf(IFact? fact) =>
        fact is null ? [] : [.. fact.Evidence.Select(Words).Distinct()];

    private static string Words(Evidence evidence) =>
        evidence.Resource
        + (evidence.Date is { } date ? $" ({date})" : "")
        + evidence.Confidence switch
        {
            Confidence.Coded => "",
            Confidence.Preliminary => ", preliminary",
            Confidence.FreeText => ", free text",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Confidence, null),
        };
}
