using System.Collections.Immutable;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>A card file, checked and ready to be decided: <c>when</c> AND NOT any of <c>unless</c>.</summary>
public sealed class CardRule
{
    internal CardRule(CardWording wording) => Wording = wording;

    /// <summary>Kebab-case, the name of its file.</summary>
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>What it is called in lists.</summary>
    public required string Title { get; init; }

    public required CardCategory Category { get; init; }

    /// <summary>The hooks on which it is decided.</summary>
    public required ImmutableArray<string> Hooks { get; init; }

    /// <summary>False for a card that goes beyond the core sources and may be switched off with its like.</summary>
    public required bool IsCore { get; init; }

    /// <summary>False for a card that is switched off.</summary>
    public required bool IsActive { get; init; }

    public required DateOnly LastReviewDate { get; init; }

    public required ImmutableArray<EvidenceSource> Sources { get; init; }

    /// <summary>The recommendations of the sources that it carries to the clinician.</summary>
    public ImmutableArray<Recommendation> SpeaksFor { get; init; } = [];

    /// <summary>Path of its file in the knowledge folder.</summary>
    public required string File { get; init; }

    /// <summary>The id in camelCase: the topic that clients remember (CDS Hooks C-09).</summary>
    public string Topic => string.Concat(Id.Split('-').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    internal CriterionGroup When { get; init; } = CriterionGroup.None;

    internal CriterionGroup Unless { get; init; } = CriterionGroup.None;

    /// <summary>The cards whose conditions must not hold; an unknown there is unknown here.</summary>
    internal ImmutableArray<string> ExcludedBy { get; init; } = [];

    /// <summary>The cards that silence this one when they fire.</summary>
    internal ImmutableArray<string> YieldsTo { get; init; } = [];

    internal CardWording Wording { get; }

    internal ImmutableArray<CardVariant> Variants { get; init; } = [];

    internal SelectionBehavior Selection { get; init; }

    internal ImmutableArray<OverrideReason> OverrideReasons { get; init; } = [];

    /// <summary>Set on the card that stands for several others of a category.</summary>
    internal CardMerge? Merge { get; init; }

    /// <summary>True on the card that names what could not be read.</summary>
    internal bool NamesWhatIsMissing { get; init; }

    /// <summary>The needs of all its facts.</summary>
    internal IEnumerable<DataNeed> Needs =>
        When.Facts.Concat(Unless.Facts).Concat(Wording.Facts).Concat(Variants.SelectMany(variant => variant.Facts))
            .Append(FactCatalog.Deceased).SelectMany(fact => fact.Needs);

    /// <summary>The wording of the variant that holds, else its own.</summary>
    internal CardWording WordingOf(CardVariant? variant) => variant?.Wording ?? Wording;

    /// <param name="picture">The patient.</param>
    /// <param name="others">The decisions of the cards that this one rests on.</param>
    internal CardDecision Decide(ClinicalPicture picture, IReadOnlyDictionary<string, CardDecision> others)
    {
        var answer = Answer(picture, others);
        var variant = answer == Truth.Yes ? Variants.FirstOrDefault(candidate => candidate.When.Ask(picture) == Truth.Yes) : null;
        return new(this, answer, variant, () => Explain(picture, others, variant))
        {
            Missing = answer == Truth.Unknown ? MissingInputs(picture, others) : [],
        };
    }

    /// <summary>The facts that make it fire, exclusions aside.</summary>
    internal IReadOnlyList<FactDefinition> SupportOf(ClinicalPicture picture, CardVariant? variant)
    {
        var facts = new List<FactDefinition>();
        When.Support(picture, facts);
        variant?.When.Support(picture, facts);
        return facts;
    }

    private Truth Answer(ClinicalPicture picture, IReadOnlyDictionary<string, CardDecision> others)
    {
        if (YieldsTo.Any(id => others[id].Answer == Truth.Yes))
            return Truth.No;
        var answer = When.Ask(picture);
        if (answer != Truth.No)
            answer = answer.And(FactCatalog.Deceased.Holds(picture, "no")).And(AnyUnless(picture).Not());
        foreach (var id in ExcludedBy)
            answer = answer.And(others[id].Answer.Not());
        return answer;
    }

    private ImmutableArray<CriterionAnswer> Explain(
        ClinicalPicture picture, IReadOnlyDictionary<string, CardDecision> others, CardVariant? variant)
    {
        var answers = ImmutableArray.CreateBuilder<CriterionAnswer>();
        When.Explain(picture, CriterionRole.When, answers);
        Unless.Explain(picture, CriterionRole.Unless, answers);
        foreach (var id in ExcludedBy)
            answers.Add(new($"card {id} does not apply", Words(others[id].Answer), others[id].Answer.Not(), null, CriterionRole.Unless) { Name = id });
        foreach (var id in YieldsTo.Where(id => others[id].Answer == Truth.Yes))
            answers.Add(new($"card {id} does not fire", "fires", Truth.No, null, CriterionRole.Unless) { Name = id });
        variant?.When.Explain(picture, CriterionRole.Variant, answers);
        return answers.DrainToImmutable();
    }

    private Truth AnyUnless(ClinicalPicture picture) =>
        Unless.Criteria.Aggregate(Truth.No, (answer, criterion) => answer.Or(criterion.Ask(picture)));

    /// <summary>
    /// The inputs for want of which it is undetermined; empty when it could not fire even with the best of news.
    /// </summary>
    private ImmutableArray<string> MissingInputs(ClinicalPicture picture, IReadOnlyDictionary<string, CardDecision> others)
    {
        var hopeful = When.AskHopefully(picture, Truth.Yes);
        foreach (var criterion in Unless.Criteria)
            hopeful = hopeful.And(criterion.AskHopefully(picture, Truth.No).Not());
        foreach (var id in ExcludedBy)
            hopeful = hopeful.And(others[id].Card.AnswerAtWorst(picture, others).Not());
        if (hopeful != Truth.Yes)
            return [];
        return
        [
            .. Inputs(others).SelectMany(fact => fact.Read(picture).Missing).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Its answer if all that is missing spoke against it.</summary>
    private Truth AnswerAtWorst(ClinicalPicture picture, IReadOnlyDictionary<string, CardDecision> others)
    {
        var answer = others[Id].Answer;
        if (answer != Truth.Unknown)
            return answer;
        answer = When.AskHopefully(picture, Truth.No);
        foreach (var criterion in Unless.Criteria)
            answer = answer.And(criterion.AskHopefully(picture, Truth.Yes).Not());
        return ExcludedBy.Any(id => others[id].Answer != Truth.No) ? Truth.No : answer;
    }

    /// <summary>Its facts, and those of the undetermined cards that it rests on.</summary>
    private IEnumerable<FactDefinition> Inputs(IReadOnlyDictionary<string, CardDecision> others) =>
        When.Facts.Concat(Unless.Facts).Append(FactCatalog.Deceased)
            .Concat(ExcludedBy.Where(id => others[id].Answer == Truth.Unknown).SelectMany(id => others[id].Card.Inputs(others)));

    private static string Words(Truth answer) => answer switch
    {
        Truth.Yes => "applies",
        Truth.No => "does not apply",
        Truth.Unknown => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
