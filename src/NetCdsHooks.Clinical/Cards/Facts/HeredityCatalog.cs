using System.Collections.Immutable;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Hereditary syndromes and more than one tumour.</summary>
internal static class HeredityCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Choice("men1Screening", "MEN1", picture => picture.Heredity.Men1, Wording, (picture, state) => picture.Heredity.Men1Is(state), Conditions, Pathology, Reports, Procedures, ServiceRequests, Appointments, Family),
        Define.Flag("vhl", "von Hippel-Lindau syndrome", picture => picture.Heredity.Vhl, Conditions),
        Define.Flag("familyScreening", "family asked about MEN1", picture => picture.Heredity.FamilyScreening, Family),
        Define.Flag("multipleTumours", "more than one NET", picture => picture.Tumour.Several, Conditions, Reports),
        Define.Flag("unplacedDiagnosis", "coded without a primary site", picture => picture.Tumour.Unplaced, Conditions),
    ];

    private static string? Wording(Men1Screening state) => state switch
    {
        Men1Screening.ScreenedNegative => "looked for and excluded",
        Men1Screening.Screened => "looked for",
        Men1Screening.Pending => "being looked for",
        Men1Screening.NotScreened => "not looked for",
        _ => null,
    };
}
