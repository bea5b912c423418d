using System.Diagnostics.Metrics;

namespace NetCdsHooks.Hosting;

/// <summary>Counts calls and cards, for any listener of .NET metrics under the name <c>NetCdsHooks</c>.</summary>
internal sealed class ServiceMeter
{
    private readonly Counter<long> _cards;
    private readonly Histogram<double> _duration;

    public ServiceMeter(IMeterFactory factory)
    {
        var meter = factory.Create(nameof(NetCdsHooks));
        _cards = meter.CreateCounter<long>("netcdshooks.cards", "{card}", "Cards shown, by id and indicator");
        _duration = meter.CreateHistogram<double>("netcdshooks.call.duration", "s", "Calls answered with 200, by service");
    }

    internal void CallAnswered(string service, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("service", service));

    internal void CardShown(string id, string indicator) =>
        _cards.Add(1, new KeyValuePair<string, object?>("card", id), new KeyValuePair<string, object?>("indicator", indicator));
}
