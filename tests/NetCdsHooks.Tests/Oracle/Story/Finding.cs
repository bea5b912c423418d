using System.Globalization;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>A result. It has an amount, words, a coded value, a range, or the reason why there is none.</summary>
internal sealed record Finding(FindingKind Kind)
{
    internal decimal? Amount { get; init; }

    internal string? Unit { get; init; }

    internal string? Comparator { get; init; }

    internal decimal? UpTo { get; init; }

    internal string? Words { get; init; }

    /// <summary>Such as <c>snomed|271299001</c>.</summary>
    internal string? Coded { get; init; }

    internal string? Absent { get; init; }

    /// <summary>Upper end of the laboratory's own range.</summary>
    internal decimal? High { get; init; }

    internal string? Date { get; init; }

    internal string Status { get; init; } = "final";

    /// <summary>A SNOMED body site of the sample.</summary>
    internal string? Site { get; init; }

    /// <summary>True for what was measured on a removed piece.</summary>
    internal bool OnSpecimen { get; init; }

    internal bool Counts => Status is "final" or "amended" or "corrected" or "preliminary";

    private string Value => Absent is not null ? $"absent: {Absent}"
        : Words is not null ? $"\"{Words}\""
        : Coded ?? string.Create(CultureInfo.InvariantCulture, $"{Comparator}{Amount}{(UpTo is null ? "" : $" to {UpTo}")} {Unit}");

    public override string ToString() =>
        $"{Kind} {Value}, {Date ?? "no date"}, {Status}{(High is null ? "" : $", normal up to {High}")}{(Site is null ? "" : $", site {Site}")}{(OnSpecimen ? ", on a specimen" : "")}";
}
