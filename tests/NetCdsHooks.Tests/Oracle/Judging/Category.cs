namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Grade and differentiation together (clinical part 4.2).</summary>
internal enum Category
{
    Net1,
    Net2,
    Net3,
    Carcinoma,
    Grade3Unspecified,
}
