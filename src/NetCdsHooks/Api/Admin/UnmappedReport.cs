using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetCdsHooks.Api.Admin;

/// <summary>Codes that came in calls and that no concept lists, though the wording beside them means one.</summary>
/// <param name="Since">The day from which this process has counted.</param>
/// <param name="Unmapped">The most frequent first.</param>
/// <param name="LeftOut">How often a code was not taken down: too long, with signs that cannot be printed, or one too many.</param>
internal sealed record UnmappedReport(DateOnly Since, ImmutableArray<UnmappedEntry> Unmapped, long LeftOut);

/// <param name="System">Null where records name none; then the sender must be asked to.</param>
/// <param name="LooksLike">The id of the concept that the wording means.</param>
/// <param name="Calls">In how many calls it came.</param>
internal sealed record UnmappedEntry(string? System, string Code, string LooksLike, long Calls, DateOnly FirstSeen, DateOnly LastSeen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(UnmappedReport))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    /// <summary>Codes as they are, so that they can be copied; quotes and control characters are escaped.</summary>
    internal static AdminJson Plain => Writing.Format;

    private static class Writing
    {
        internal static readonly AdminJson Format = new(new JsonSerializerOptions(AdminJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
