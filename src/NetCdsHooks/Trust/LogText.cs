namespace NetCdsHooks.Trust;

/// <summary>Text that a stranger chose, made harmless for a log.</summary>
internal static class LogText
{
    private const int Longest = 100;

    internal static string Of(string? text) => text is null
        ? "-"
        : string.Concat(text.Take(Longest).Select(sign => sign is > ' ' and <= '~' ? sign : '?'));
}
