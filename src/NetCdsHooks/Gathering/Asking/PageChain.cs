using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Gathering.Asking;

/// <summary>The pages of one query, followed as far as the limits allow.</summary>
/// <param name="limits">How far to go.</param>
/// <param name="first">Where the query itself is asked.</param>
internal sealed class PageChain(FhirAccessOptions limits, Uri first)
{
    private readonly ImmutableArray<Resource>.Builder _resources = ImmutableArray.CreateBuilder<Resource>();
    private readonly HashSet<Uri> _taken = [];
    private Uri _current = first;
    private string? _next = first.AbsoluteUri;
    private NeedGap? _gap;
    private int _pages;
    private int _matches;
    private int? _total;

    internal bool IsEmpty => _pages == 0;

    /// <summary>The address of the next page; null at the end, at a limit, or where it leads astray.</summary>
    internal Uri? TakeNext(Func<Uri, bool> mayAsk)
    {
        if (_next is null)
            return null;
        if (_pages < limits.MaxPages && Uri.TryCreate(_current, _next, out var address) && mayAsk(address) && _taken.Add(address))
        {
            _next = null;
            return _current = address;
        }

        _next = null;
        _gap = NeedGap.CutShort;
        return null;
    }

    internal void Add(Page page)
    {
        var isFirst = _pages++ == 0;
        _resources.AddRange(page.Resources);
        _matches += page.Matches;
        _total ??= page.Total;
        _next = page.Gap is null ? page.Next : null;
        if (page.Gap is { } gap)
            _gap = isFirst || gap == NeedGap.TimedOut ? gap : NeedGap.CutShort;
        else if (_next is not null && _resources.Count >= limits.MaxResources)
            (_next, _gap) = (null, NeedGap.CutShort);
    }

    internal KeyAnswer ToAnswer() => new(_resources.ToImmutable(), _gap ?? (_total > _matches ? NeedGap.CutShort : null));
}
