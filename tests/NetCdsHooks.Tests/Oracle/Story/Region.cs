namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>The part of the body that an image shows.</summary>
internal enum Region
{
    NotTold,
    Abdomen,
    Chest,
    ChestAndAbdomen,
    Pelvis,
    WholeBody,
    Other,
}
