using System.Collections.Immutable;

namespace NetCdsHooks.Clinical.Logic;

/// <summary>A fact without its type, for those who only show or weigh it.</summary>
public interface IFact
{
    /// <summary>The resources it rests on; empty for a fact that rests on an answered, empty query.</summary>
    ImmutableArray<Evidence> Evidence { get; }

    /// <summary>Null when the value is known.</summary>
    UnknownReason? WhyUnknown { get; }

    /// <summary>The inputs that are missing or unreadable, by name; empty unless the reason is one of these two.</summary>
    ImmutableArray<string> Missing { get; }
}

/// <summary>A value with its evidence, or the reason why there is none.</summary>
public abstract record Fact<T> : IFact
    where T : notnull
{
    private Fact()
    {
    }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public abstract UnknownReason? WhyUnknown { get; }

    public virtual ImmutableArray<string> Missing => [];

    public sealed record Known(T Value) : Fact<T>
    {
        public override UnknownReason? WhyUnknown => null;
    }

    public sealed record Unknown(UnknownReason Reason, ImmutableArray<string> Inputs) : Fact<T>
    {
        public override UnknownReason? WhyUnknown => Reason;

        public override ImmutableArray<string> Missing => Inputs;
    }

    /// <summary>Asks a question of the value; an unknown value gives an unknown answer.</summary>
    public Truth Test(Func<T, Truth> question) => this is Known known ? question(known.Value) : Truth.Unknown;

    /// <inheritdoc cref="Test(Func{T, Truth})"/>
    public Truth Test(Func<T, bool> question) => Test(value => question(value).ToTruth());

    /// <summary>Derives another fact from this one, on the same evidence; the reason of an unknown is kept.</summary>
    public Fact<TOther> Select<TOther>(Func<T, TOther> derive)
        where TOther : notnull =>
        Then(value => Fact.Known(derive(value), Evidence));

    /// <summary>As <see cref="Select"/>, where the derived fact may itself be unknown or rest on more evidence.</summary>
    public Fact<TOther> Then<TOther>(Func<T, Fact<TOther>> derive)
        where TOther : notnull =>
        this is Known known ? derive(known.Value) : Fact.UnknownLike<TOther>(this);
}

/// <summary>Makes facts.</summary>
public static class Fact
{
    public static Fact<T> Known<T>(T value, params ImmutableArray<Evidence> evidence)
        where T : notnull => new Fact<T>.Known(value) { Evidence = evidence };

    public static Fact<T> Unknown<T>(UnknownReason reason, params ImmutableArray<Evidence> evidence)
        where T : notnull => new Fact<T>.Unknown(reason, []) { Evidence = evidence };

    /// <summary>Unknown because these inputs could not be asked or read.</summary>
    public static Fact<T> Missing<T>(UnknownReason reason, params ImmutableArray<string> inputs)
        where T : notnull => new Fact<T>.Unknown(reason, inputs);

    /// <summary>Unknown for the same reason as another fact.</summary>
    public static Fact<T> UnknownLike<T>(IFact other)
        where T : notnull =>
        new Fact<T>.Unknown(other.WhyUnknown ?? UnknownReason.NotRecorded, other.Missing) { Evidence = other.Evidence };
}
