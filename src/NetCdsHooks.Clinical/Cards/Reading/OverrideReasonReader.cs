using System.Collections.Frozen;
using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>The reasons that every card above info offers, and those that a card may add.</summary>
/// <param name="NonAdherence">From a reason to the code of HL7's non-adherence reasons that says the same.</param>
internal sealed record OverrideReasons(
    ImmutableArray<OverrideReason> Standard, ImmutableDictionary<string, OverrideReason> Extra, FrozenDictionary<string, string> NonAdherence);

/// <summary>Reads <c>override-reasons.json</c>.</summary>
internal static class OverrideReasonReader
{
    internal static OverrideReasons Read(IEnumerable<KnowledgeFile> files, ProblemList problems)
    {
        if (files.FirstOrDefault(file => file.Path == FolderReader.OverrideReasonsFile) is not { } reasons)
        {
            problems.Add(FolderReader.OverrideReasonsFile, "$", "no such file", "the standard and the extra override reasons");
            return new([], ImmutableDictionary<string, OverrideReason>.Empty, FrozenDictionary<string, string>.Empty);
        }

        var members = JsonNodeReader.Open(reasons, problems)?.Object("$schema", "standard", "extra", "nonAdherence");
        ImmutableArray<OverrideReason> standard = [.. ReadReasons(members?.Required("standard"))];
        var extra = ReadReasons(members?.Required("extra")).ToImmutableDictionary(reason => reason.Code);
        string[] codes = [.. standard.Select(reason => reason.Code), .. extra.Keys];
        return new(standard, extra, ReadNonAdherence(members?.Optional("nonAdherence"), codes).ToFrozenDictionary());
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadNonAdherence(JsonNodeReader? node, string[] reasons)
    {
        foreach (var (reason, code) in node?.Members() ?? [])
            if (!reasons.Contains(reason))
                code.Reject("a reason of standard or extra", $"the reason {reason}");
            else if (code.Text() is { } text)
                if (NonAdherenceCode.All.Contains(text))
                    yield return new(reason, text);
                else
                    code.Reject($"a code of HL7's non-adherence reasons: {string.Join(", ", NonAdherenceCode.All)}");
    }

    private static IEnumerable<OverrideReason> ReadReasons(JsonNodeReader? node)
    {
        foreach (var (code, display) in node?.Members() ?? [])
            if (display.Text() is { } text)
                yield return new(code, text);
    }
}
