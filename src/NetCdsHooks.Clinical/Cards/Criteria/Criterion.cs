using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Clinical.Cards.Criteria;

/// <summary>A test that a card makes: of one fact, or of several of which one must hold.</summary>
internal abstract record Criterion
{
    private Criterion()
    {
    }

    internal abstract IEnumerable<FactDefinition> Facts { get; }

    internal abstract Truth Ask(ClinicalPicture picture);

    /// <summary>The best answer still possible once everything missing has been read; a card that cannot fire even then is not stopped by it.</summary>
    internal abstract Truth AskHopefully(ClinicalPicture picture, Truth hope);

    /// <summary>Adds one answer for each question asked.</summary>
    internal abstract void Explain(ClinicalPicture picture, CriterionRole role, ImmutableArray<CriterionAnswer>.Builder answers);

    /// <summary>How far the facts that speak for it can be trusted; facts that only exclude do not count. Asked only where it holds.</summary>
    internal abstract Confidence Weigh(ClinicalPicture picture);

    /// <summary>All questions of one fact; all must hold, and <see cref="OrUnknown"/> lets an unknown pass.</summary>
    internal sealed record OfFact(FactDefinition Fact, ImmutableArray<Question> Questions, bool OrUnknown) : Criterion
    {
        internal override IEnumerable<FactDefinition> Facts => [Fact];

        internal override Truth Ask(ClinicalPicture picture)
        {
            var answer = Truth.Yes;
            foreach (var question in Questions)
                answer = answer.And(question.Ask(picture));
            return OrUnknown && answer == Truth.Unknown ? Truth.Yes : answer;
        }

        internal override Truth AskHopefully(ClinicalPicture picture, Truth hope)
        {
            var answer = Ask(picture);
            return answer == Truth.Unknown && !Fact.Read(picture).Missing.IsEmpty ? hope : answer;
        }

        internal override void Explain(ClinicalPicture picture, CriterionRole role, ImmutableArray<CriterionAnswer>.Builder answers) =>
            answers.Add(new(Wording, Fact.Describe(picture), Ask(picture), Fact.Read(picture), role)
            {
                Name = Fact.Name,
                HasLimit = Questions.Any(question => question.HasLimit),
            });

        internal override Confidence Weigh(ClinicalPicture picture) =>
            Questions.All(question => question.Excludes) || Fact.Read(picture) is not { WhyUnknown: null } fact
                ? Confidence.Coded
                : fact.Evidence.Select(evidence => evidence.Confidence).DefaultIfEmpty(Confidence.Coded).Min();

        private string Wording =>
            $"{Fact.Title} {string.Join(" and ", Questions.Select(question => question.Wording))}{(OrUnknown ? " or is unknown" : "")}";
    }

    /// <summary>At least one of the groups holds; a group holds when all its criteria do.</summary>
    internal sealed record AnyOf(ImmutableArray<CriterionGroup> Groups) : Criterion
    {
        internal override IEnumerable<FactDefinition> Facts => Groups.SelectMany(group => group.Facts);

        internal override Truth Ask(ClinicalPicture picture) =>
            Groups.Aggregate(Truth.No, (answer, group) => answer.Or(group.Ask(picture)));

        internal override Truth AskHopefully(ClinicalPicture picture, Truth hope) =>
            Groups.Aggregate(Truth.No, (answer, group) => answer.Or(group.AskHopefully(picture, hope)));

        internal override void Explain(ClinicalPicture picture, CriterionRole role, ImmutableArray<CriterionAnswer>.Builder answers)
        {
            foreach (var group in Groups)
                group.Explain(picture, role, answers);
        }

        /// <summary>That of the best group that holds: the others add nothing that it needs.</summary>
        internal override Confidence Weigh(ClinicalPicture picture) =>
            Groups.Where(group => group.Ask(picture) == Truth.Yes).Select(group => group.Weigh(picture)).DefaultIfEmpty(Confidence.Coded).Max();
    }
}
