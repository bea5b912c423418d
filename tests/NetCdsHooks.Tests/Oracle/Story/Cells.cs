namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>How the tumour cells look, as far as a code or a wording tells.</summary>
internal enum Cells
{
    NotTold,
    Well,
    Poor,
}
