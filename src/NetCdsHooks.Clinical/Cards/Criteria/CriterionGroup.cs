using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Criteria;

/// <summary>Criteria of which all must hold.</summary>
internal sealed record CriterionGroup(ImmutableArray<Criterion> Criteria)
{
    internal static CriterionGroup None { get; } = new([]);

    internal IEnumerable<FactDefinition> Facts => Criteria.SelectMany(criterion => criterion.Facts);

    internal Truth Ask(ClinicalPicture picture)
    {
        var answer = Truth.Yes;
        foreach (var criterion in Criteria)
        {
            answer = answer.And(criterion.Ask(picture));
            if (answer == Truth.No)
                break;
        }

        return answer;
    }

    internal Truth AskHopefully(ClinicalPicture picture, Truth hope) =>
        Criteria.Aggregate(Truth.Yes, (answer, criterion) => answer.And(criterion.AskHopefully(picture, hope)));

    internal void Explain(ClinicalPicture picture, CriterionRole role, ImmutableArray<CriterionAnswer>.Builder answers)
    {
        foreach (var criterion in Criteria)
            criterion.Explain(picture, role, answers);
    }

    internal Confidence Weigh(ClinicalPicture picture) =>
        Criteria.Select(criterion => criterion.Weigh(picture)).DefaultIfEmpty(Confidence.Coded).Min();
}
