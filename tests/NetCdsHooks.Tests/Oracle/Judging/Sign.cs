namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Ordered so that AND is the smaller and OR the larger.</summary>
internal enum Sign
{
    No,
    NotTold,
    Yes,
}
