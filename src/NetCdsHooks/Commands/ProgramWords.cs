using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using NetCdsHooks.Clinical.Cards.Lint;

namespace NetCdsHooks.Commands;

/// <summary>
/// Every text that the clinical core holds, read from its assembly: facts name the concepts that they are read from in plain
/// text, so that a concept that is not among these words is used by none.
/// </summary>
internal static class ProgramWords
{
    internal static FrozenSet<string> Read()
    {
        using var image = new PEReader(File.OpenRead(typeof(CardLint).Assembly.Location));
        var metadata = image.GetMetadataReader();
        var words = new HashSet<string>();
        for (var handle = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            words.Add(metadata.GetUserString(handle));
        return words.ToFrozenSet();
    }
}
