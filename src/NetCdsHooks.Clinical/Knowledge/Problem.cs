namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>Something wrong in a knowledge file, as its author needs to hear it.</summary>
/// <param name="File">Path within the knowledge folder.</param>
/// <param name="Path">Where in the file, such as <c>$.when.site.is</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Accepted">What would be right.</param>
public sealed record Problem(string File, string Path, string Found, string Accepted)
{
    public override string ToString() => $"{File}: {Path}: found {Found}; accepted: {Accepted}";
}
