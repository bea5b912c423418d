namespace NetCdsHooks.Clinical.Cards.Text;

/// <summary>Plain text for summaries.</summary>
internal static class PlainText
{
    /// <summary>The longest summary in UTF-16 units (CDS Hooks C-02).</summary>
    internal const int MaxSummary = 139;

    /// <summary>Control characters out, runs of blanks to one, cut at a word when too long.</summary>
    internal static string Summary(string text, string suffix = "")
    {
        var clean = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        clean = string.Concat(clean.Where(sign => !char.IsControl(sign)));
        if (suffix.Length > 0)
            clean = clean.TrimEnd('.');
        var room = MaxSummary - suffix.Length;
        if (clean.Length <= room)
            return clean + suffix;
        var cut = clean.LastIndexOf(' ', room - 1);
        if (cut < room / 2)
            cut = char.IsHighSurrogate(clean[room - 2]) ? room - 2 : room - 1;
        return $"{clean.AsSpan(0, cut).TrimEnd()}…{suffix}";
    }
}
