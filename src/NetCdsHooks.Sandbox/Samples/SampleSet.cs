using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>All samples as they stand on one day.</summary>
internal sealed class SampleSet
{
    private readonly FrozenDictionary<string, ImmutableArray<SampleResource>> _byType;
    private readonly FrozenDictionary<(string Type, string Id), SampleResource> _byId;

    public SampleSet(DateOnly asOf, IEnumerable<Sample> samples, IEnumerable<SampleResource> resources)
    {
        AsOf = asOf;
        Samples = [.. samples];
        Resources = [.. resources];
        _byType = Resources.GroupBy(resource => resource.Type).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        _byId = Resources.ToFrozenDictionary(resource => (resource.Type, resource.Id));
    }

    public DateOnly AsOf { get; }

    public ImmutableArray<Sample> Samples { get; }

    public ImmutableArray<SampleResource> Resources { get; }

    public IEnumerable<string> Types => _byType.Keys;

    public ImmutableArray<SampleResource> OfType(string type) => _byType.TryGetValue(type, out var found) ? found : [];

    public SampleResource? Find(string type, string id) => _byId.GetValueOrDefault((type, id));

    public SampleSet MovedTo(DateOnly day)
    {
        var days = day.DayNumber - AsOf.DayNumber;
        if (days == 0)
            return this;

        var moved = Resources.ToDictionary(
            resource => (resource.Type, resource.Id),
            resource => resource with { Json = DateShift.Apply(resource.Json, days) });
        return new SampleSet(
            day,
            Samples.Select(sample => sample with
            {
                Patient = moved[(sample.Patient.Type, sample.Patient.Id)],
                Calls = [.. sample.Calls.Select(call => call with { Json = DateShift.Apply(call.Json, days) })],
            }),
            Resources.Select(resource => moved[(resource.Type, resource.Id)]));
    }
}
