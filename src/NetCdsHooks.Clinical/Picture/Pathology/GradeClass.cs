namespace NetCdsHooks.Clinical.Picture;

/// <summary>WHO grades by proliferation; more than one when a value straddles a limit.</summary>
[Flags]
public enum GradeClass
{
    G1 = 1,
    G2 = 2,
    G3 = 4,
    G1OrG2 = G1 | G2,
    G2OrG3 = G2 | G3,
    AnyGrade = G1 | G2 | G3,
}
