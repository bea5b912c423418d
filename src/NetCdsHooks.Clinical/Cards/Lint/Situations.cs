using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Cards.Lint;

/// <summary>
/// Under which values of the facts something holds: any of several boxes, each of which names for some facts the values allowed.
/// A fact that a box does not name may have any value. Facts are taken as independent of each other, so that what is empty here
/// can never hold, while what is not empty may still be impossible in a patient.
/// </summary>
internal sealed class Situations
{
    /// <summary>Beyond this many boxes nothing is claimed.</summary>
    private const int Most = 20_000;

    private readonly ImmutableArray<ImmutableDictionary<string, ulong>> _boxes;

    private Situations(IEnumerable<ImmutableDictionary<string, ulong>> boxes)
    {
        _boxes = [.. boxes.Take(Most + 1)];
        if (_boxes.Length > Most)
            _boxes = [ImmutableDictionary<string, ulong>.Empty];
    }

    internal static Situations All { get; } = new([ImmutableDictionary<string, ulong>.Empty]);

    internal static Situations None { get; } = new([]);

    /// <summary>True when nothing can be so.</summary>
    internal bool IsEmpty => _boxes.IsEmpty;

    /// <summary>Where a fact has one of some values.</summary>
    internal static Situations Where(string axis, ulong values) =>
        values == 0 ? None : new([ImmutableDictionary<string, ulong>.Empty.Add(axis, values)]);

    internal Situations And(Situations other) =>
        new(from left in _boxes from right in other._boxes let both = Join(left, right) where both is not null select both);

    internal Situations Or(Situations other) => new(_boxes.Concat(other._boxes));

    /// <summary>What remains outside of another.</summary>
    internal Situations Without(Situations other) =>
        other._boxes.Aggregate(this, (rest, box) => new(rest._boxes.SelectMany(one => Outside(one, box))));

    /// <summary>The values that a fact can have in it; all when nothing is said of it.</summary>
    internal ulong ValuesOf(string axis) =>
        _boxes.Aggregate(0UL, (values, box) => values | box.GetValueOrDefault(axis, ulong.MaxValue));

    private static ImmutableDictionary<string, ulong>? Join(ImmutableDictionary<string, ulong> left, ImmutableDictionary<string, ulong> right)
    {
        foreach (var (axis, values) in right)
        {
            var both = left.GetValueOrDefault(axis, ulong.MaxValue) & values;
            if (both == 0)
                return null;
            left = left.SetItem(axis, both);
        }

        return left;
    }

    /// <summary>The parts of a box that lie outside another: outside in the first fact, else inside in it and outside in the second, and so on.</summary>
    private static IEnumerable<ImmutableDictionary<string, ulong>> Outside(ImmutableDictionary<string, ulong> box, ImmutableDictionary<string, ulong> other)
    {
        foreach (var (axis, values) in other)
        {
            var own = box.GetValueOrDefault(axis, ulong.MaxValue);
            if ((own & ~values) != 0)
                yield return box.SetItem(axis, own & ~values);
            if ((own & values) == 0)
                yield break;
            box = box.SetItem(axis, own & values);
        }
    }
}
