using System.Diagnostics;
using System.Diagnostics.Metrics;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Hosting;

/// <summary>Counts calls, cards and FHIR queries, for any listener of .NET metrics and traces under the name <c>NetCdsHooks</c>.</summary>
internal sealed class ServiceMeter
{
    internal static readonly ActivitySource Trace = new(nameof(NetCdsHooks));

    private readonly Counter<long> _cards;
    private readonly Counter<long> _unmapped;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _query;

    public ServiceMeter(IMeterFactory factory)
    {
        var meter = factory.Create(nameof(NetCdsHooks));
        _cards = meter.CreateCounter<long>("netcdshooks.cards", "{card}", "Cards shown, by id and indicator");
        _unmapped = meter.CreateCounter<long>("netcdshooks.unmapped", "{code}", "Codes that no concept lists, though their wording means one; by that concept, once for each call");
        _duration = meter.CreateHistogram<double>("netcdshooks.call.duration", "s", "Calls answered with 200, by service");
        _query = meter.CreateHistogram<double>("netcdshooks.fhir.query.duration", "s", "Queries with all their pages, by key and outcome");
        meter.CreateObservableCounter(
            "netcdshooks.tolerances",
            () => Tolerances.All.Select(rule => new Measurement<long>(Tolerances.CountOf(rule), new KeyValuePair<string, object?>("rule", Tolerances.NameOf(rule)))),
            "{use}",
            "How often a rule of leniency was used in reading data, by rule; a record may be read several times in a call");
    }

    internal void CallAnswered(string service, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("service", service));

    /// <param name="key">The prefetch key.</param>
    /// <param name="outcome">Answered, or the kind of gap.</param>
    internal void QueryAnswered(string key, string outcome, TimeSpan duration) =>
        _query.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("key", key), new KeyValuePair<string, object?>("outcome", outcome));

    internal void CodeUnmapped(string concept) => _unmapped.Add(1, new KeyValuePair<string, object?>("concept", concept));

    internal void CardShown(string id, string indicator) =>
        _cards.Add(1, new KeyValuePair<string, object?>("card", id), new KeyValuePair<string, object?>("indicator", indicator));
}
