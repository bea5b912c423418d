using System.Collections.Immutable;
using System.Globalization;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Asking;

namespace NetCdsHooks.Gathering;

/// <summary>How one prefetch key of a call was answered. Holds no data of the patient.</summary>
/// <param name="Gap">Null unless it failed.</param>
/// <param name="Pages">Asked of the FHIR server.</param>
internal sealed record NeedTrace(string Key, NeedState State, NeedGap? Gap, int Resources, int Pages, TimeSpan Taken)
{
    internal NeedTrace(string key, NeedState state, KeyAnswer answer)
        : this(key, state, answer.Gap, answer.Resources.Length, answer.Pages, answer.Taken)
    {
    }

    internal static NeedTrace NotNeeded(string key) => new(key, NeedState.NotNeeded, null, 0, 0, TimeSpan.Zero);

    /// <summary>As an entry of the header <c>Server-Timing</c>, such as <c>pathology;dur=12.5;desc="fetched, 3 resources, 1 page"</c>.</summary>
    internal string ToServerTiming()
    {
        var taken = Pages > 0 ? string.Create(CultureInfo.InvariantCulture, $";dur={Taken.TotalMilliseconds:0.0}") : "";
        return $"{Key}{taken};desc=\"{string.Join(", ", Words)}\"";
    }

    private ImmutableArray<string> Words =>
    [
        State switch
        {
            NeedState.Supplied => "supplied",
            NeedState.Fetched => "fetched",
            NeedState.Empty => "empty",
            NeedState.Failed => $"failed: {GapWord}",
            NeedState.NotNeeded => "not needed",
            _ => throw new InvalidOperationException($"{State} is no state"),
        },
        .. Resources > 0 ? [Counted(Resources, "resource")] : ImmutableArray<string>.Empty,
        .. Pages > 0 ? [Counted(Pages, "page")] : ImmutableArray<string>.Empty,
    ];

    private string GapWord => Gap switch
    {
        NeedGap.NotSupplied => "not supplied",
        NeedGap.Failed => "error",
        NeedGap.TimedOut => "too late",
        NeedGap.Refused => "refused",
        NeedGap.CutShort => "cut short",
        NeedGap.Unreadable => "unreadable",
        _ => throw new InvalidOperationException($"{Gap} is no gap"),
    };

    private static string Counted(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}

internal enum NeedState
{
    /// <summary>The call brought it along.</summary>
    Supplied,

    /// <summary>The FHIR server was asked.</summary>
    Fetched,

    /// <summary>Answered, and there is nothing.</summary>
    Empty,

    /// <summary>Not answered completely.</summary>
    Failed,

    /// <summary>Nobody looked, for the patient has no NET or has died.</summary>
    NotNeeded,
}
