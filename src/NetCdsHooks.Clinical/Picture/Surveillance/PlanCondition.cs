using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>A condition of a plan, with the facts that made it true or that it is waiting for.</summary>
internal sealed class PlanCondition
{
    private readonly ImmutableArray<IFact> _facts;

    private PlanCondition(Truth holds, ImmutableArray<IFact> facts) => (Holds, _facts) = (holds, facts);

    /// <summary>Unknown only when an input could not be asked or read.</summary>
    internal Truth Holds { get; }

    internal ImmutableArray<Evidence> Evidence => [.. _facts.SelectMany(fact => fact.Evidence).Distinct()];

    internal Fact<SurveillancePlan> Missing() =>
        Fact.Missing<SurveillancePlan>(
            _facts.Any(fact => fact.WhyUnknown == UnknownReason.NotRetrieved) ? UnknownReason.NotRetrieved : UnknownReason.Unreadable,
            [.. _facts.SelectMany(fact => fact.Missing).Distinct()]);

    /// <summary>
    /// What the fact says. Nothing recorded, or nothing usable, answers <paramref name="whenUnknown"/>;
    /// what could not be asked or read stays unknown.
    /// </summary>
    internal static PlanCondition That<T>(Fact<T> fact, Func<T, Truth> question, bool whenUnknown = false)
        where T : notnull
    {
        if (fact.WhyUnknown is UnknownReason.NotRetrieved or UnknownReason.Unreadable)
            return new(Truth.Unknown, [fact]);
        var answer = fact.Test(question);
        var holds = answer == Truth.Unknown ? whenUnknown.ToTruth() : answer;
        return new(holds, holds == Truth.Yes ? [fact] : []);
    }

    /// <inheritdoc cref="That{T}(Fact{T}, Func{T, Truth}, bool)"/>
    internal static PlanCondition That<T>(Fact<T> fact, Func<T, bool> question, bool whenUnknown = false)
        where T : notnull => That(fact, value => question(value).ToTruth(), whenUnknown);

    /// <summary>An exclusion: anything but a known yes lets it pass.</summary>
    internal static PlanCondition NotKnown<T>(Fact<T> fact, Func<T, bool> question)
        where T : notnull => Given(fact.Test(question) != Truth.Yes);

    /// <summary>Nothing is recorded about it.</summary>
    internal static PlanCondition NotRecorded<T>(Fact<T> fact)
        where T : notnull => That(fact, _ => false, whenUnknown: true);

    internal static PlanCondition Given(bool holds) => new(holds.ToTruth(), []);

    public static PlanCondition operator &(PlanCondition left, PlanCondition right) =>
        Join(left.Holds.And(right.Holds), left, right);

    public static PlanCondition operator |(PlanCondition left, PlanCondition right) =>
        Join(left.Holds.Or(right.Holds), left, right);

    private static PlanCondition Join(Truth holds, PlanCondition left, PlanCondition right) =>
        new(holds, [.. Supporting(holds, left), .. Supporting(holds, right)]);

    private static ImmutableArray<IFact> Supporting(Truth holds, PlanCondition part) =>
        part.Holds == holds ? part._facts : [];
}
