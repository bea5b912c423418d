namespace NetCdsHooks.Commands.Calling;

/// <summary>A rule of CDS Hooks that an answer breaks.</summary>
/// <param name="Rule">Its id in tests/CONFORMANCE.md, such as <c>C-02</c>.</param>
/// <param name="Path">JSON path of the place.</param>
/// <param name="Accepted">What is accepted there.</param>
internal sealed record AnswerFault(string Rule, string Path, string Accepted)
{
    public override string ToString() => $"{Rule} {Path}: accepted: {Accepted}";
}
