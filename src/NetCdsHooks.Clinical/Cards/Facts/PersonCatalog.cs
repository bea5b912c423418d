using System.Collections.Immutable;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>Who the patient is, and how the patient is.</summary>
internal static class PersonCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Number("age", "age", "years", picture => picture.Patient.Age, age => age, Patient),
        Define.Choice("sex", "sex", picture => picture.Patient.Sex, null, Patient),
        Define.Flag("pregnant", "pregnant", picture => picture.Patient.Pregnant, Patient, Conditions, Status),
        Define.Number("painScore", "pain score", "", picture => picture.Care.PainScore, score => score, Status),
    ];
}
