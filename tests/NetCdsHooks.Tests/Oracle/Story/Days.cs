using System.Globalization;

namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Every day that a date as written may mean.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last)
{
    internal static Days? Read(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('T')[0].Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [var year] => new(new(year, 1, 1), new(year, 12, 31)),
            [var year, var month] => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)),
            [var year, var month, var day] => new(new(year, month, day), new(year, month, day)),
            _ => throw new FormatException(text),
        };
    }
}
