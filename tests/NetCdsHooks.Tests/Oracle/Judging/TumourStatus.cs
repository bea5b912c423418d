namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>How things stand with the tumour.</summary>
internal enum TumourStatus
{
    None,
    Suspected,
    History,
    Over,
    Active,
}
