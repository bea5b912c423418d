using System.Collections.Immutable;
using System.Numerics;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>WHO 2022 classes of proliferation, and the category that treatment follows.</summary>
internal static class GradeRules
{
    private static readonly ImmutableArray<GradeClass> Classes = [GradeClass.G1, GradeClass.G2, GradeClass.G3];

    /// <summary>Below 3 % G1, 3 to 20 % G2, above 20 % G3; every class that the interval touches.</summary>
    internal static GradeClass OfKi67(Interval<decimal> percent) => Touched(percent, 3, 20);

    /// <summary>Below 2 per 2 mm2 G1, 2 to 20 G2, above 20 G3.</summary>
    internal static GradeClass OfMitoses(Interval<decimal> per2SquareMm) => Touched(per2SquareMm, 2, 20);

    /// <summary>In lung and thymus: below 2 typical (as G1), 2 to 10 atypical (as G2), more than that G3.</summary>
    internal static GradeClass OfThoracicMitoses(Interval<decimal> per2SquareMm) => Touched(per2SquareMm, 2, 10);

    /// <summary>The higher of two classes, where each may be one of several.</summary>
    internal static GradeClass Higher(GradeClass left, GradeClass right)
    {
        var result = default(GradeClass);
        foreach (var a in Classes.Where(grade => left.HasFlag(grade)))
            foreach (var b in Classes.Where(grade => right.HasFlag(grade)))
                result |= a > b ? a : b;
        return result;
    }

    internal static bool IsSingle(GradeClass grade) => BitOperations.PopCount((uint)grade) == 1;

    /// <summary>
    /// Well or poorly differentiated decides above 20 %; a carcinoma with a Ki-67 of 20 % or less contradicts itself.
    /// </summary>
    internal static Fact<GradeCategory> Category(Fact<GradeClass> grade, Fact<Ki67> ki67, Fact<Differentiation> differentiation)
    {
        ImmutableArray<Evidence> evidence = [.. grade.Evidence.Concat(differentiation.Evidence).Distinct()];
        if (differentiation is Fact<Differentiation>.Known { Value: Differentiation.Poor })
            return Carcinoma(grade, ki67, [.. evidence.Concat(ki67.Evidence).Distinct()]);
        return grade switch
        {
            Fact<GradeClass>.Known { Value: GradeClass.G1 } => Fact.Known(GradeCategory.NetG1, grade.Evidence),
            Fact<GradeClass>.Known { Value: GradeClass.G2 } => Fact.Known(GradeCategory.NetG2, grade.Evidence),
            Fact<GradeClass>.Known { Value: GradeClass.G3 } => HighGrade(differentiation, evidence),
            Fact<GradeClass>.Known => Fact.Unknown<GradeCategory>(UnknownReason.Unusable, evidence),
            _ => Fact.UnknownLike<GradeCategory>(grade),
        };
    }

    /// <summary>How far apart the reported and the computed class are; both must be single.</summary>
    internal static Discordance Compare(GradeClass reported, GradeClass computed) =>
        reported == computed ? Discordance.None
        : (reported | computed) == (GradeClass.G1 | GradeClass.G3) ? Discordance.Major
        : Discordance.Minor;

    private static Fact<GradeCategory> HighGrade(Fact<Differentiation> differentiation, ImmutableArray<Evidence> evidence) =>
        differentiation is Fact<Differentiation>.Known ? Fact.Known(GradeCategory.NetG3, evidence)
        : differentiation.Missing.IsEmpty ? Fact.Known(GradeCategory.G3Unspecified, evidence)
        : Fact.UnknownLike<GradeCategory>(differentiation);

    private static Fact<GradeCategory> Carcinoma(Fact<GradeClass> grade, Fact<Ki67> ki67, ImmutableArray<Evidence> evidence)
    {
        if (grade is Fact<GradeClass>.Known { Value: GradeClass.G3 })
            return Fact.Known(GradeCategory.Nec, evidence);
        if (!ki67.Missing.IsEmpty)
            return Fact.UnknownLike<GradeCategory>(ki67);
        if (ki67 is not Fact<Ki67>.Known known)
            return Fact.Known(GradeCategory.Nec, evidence);
        return known.Value.Percent.Above(20) switch
        {
            Truth.Yes => Fact.Known(GradeCategory.Nec, evidence),
            Truth.No => Fact.Unknown<GradeCategory>(UnknownReason.Conflicting, evidence),
            _ => Fact.Unknown<GradeCategory>(UnknownReason.Unusable, evidence),
        };
    }

    private static GradeClass Touched(Interval<decimal> value, decimal second, decimal third) =>
        (value.Below(second) == Truth.No ? 0 : GradeClass.G1)
        | (value.AtLeast(second) == Truth.No || value.AtMost(third) == Truth.No ? 0 : GradeClass.G2)
        | (value.Above(third) == Truth.No ? 0 : GradeClass.G3);
}
