namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>The syndrome that a functioning tumour causes.</summary>
internal enum Hormone
{
    Carcinoid,
    Insulinoma,
    Gastrinoma,
    Glucagonoma,
    VipOma,
    EctopicActh,
    Unspecified,
}
