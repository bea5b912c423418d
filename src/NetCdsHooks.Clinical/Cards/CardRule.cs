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

    /// <summary>The limits that a site may set for itself.</summary>
    public ImmutableArray<CardSetting> Settings { get; internal init; } = [];

    /// <summary>Path of its file in the knowledge folder.</summary>
    public required string File { get; init; }

    /// <summary>The id in camelCase: the topic that clients remember (CDS Hooks C-09).</summary>
    public string Topic => string.Concat(Id.Split('-').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What the patient must be like; see <see cref="AppliesTo"/> for the order.</summary>
    internal CriterionGroup When { get; init; } = CriterionGroup.None;

    /// <summary>
    /// The orders that it judges. Where orders are being placed such a card is decided once for each of them;
    /// elsewhere it is decided once for the patient. Empty for a card that is never about an order.
    /// </summary>
    internal CriterionGroup AppliesTo { get; init; } = CriterionGroup.None;

    internal CriterionGroup Unless { get; init; } = CriterionGroup.None;

    /// <summary>The cards whose conditions must not hold; an unknown there is unknown here.</summary>
    internal ImmutableArray<string> ExcludedBy { get; init; } = [];

    /// <summary>The cards whose conditions must hold; an unknown there is unknown here.</summary>
    internal ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>The cards that silence this one when they fire.</summary>
    internal ImmutableArray<string> YieldsTo { get; init; } = [];

    internal CardWording Wording { get; }

    internal ImmutableArray<CardVariant> Variants { get; init; } = [];

    internal SelectionBehavior Selection { get; init; }

    internal ImmutableArray<OverrideReason> OverrideReasons { get; init; } = [];

    /// <summary>Every card that must be decided before this one.</summary>
    internal IEnumerable<string> RestsOn => ExcludedBy.Concat(Requires).Concat(YieldsTo);

    /// <summary>True for advice that only speaks when nothing more urgent does.</summary>
    internal bool OnlyBesideInfo { get; init; }

    /// <summary>Set on the card that stands for several others of a category.</summary>
    internal CardMerge? Merge { get; init; }

    /// <summary>True on the card that names what could not be read.</summary>
    internal bool NamesWhatIsMissing { get; init; }

    /// <summary>The needs of all its facts.</summary>
    internal IEnumerable<DataNeed> Needs =>
        When.Facts.Concat(AppliesTo.Facts).Concat(Unless.Facts).Concat(Wording.Facts).Concat(Variants.SelectMany(variant => variant.Facts))
            .Append(FactCatalog.Deceased).SelectMany(fact => fact.Needs);

    /// <summary>The wording of the variant that holds, else its own.</summary>
    internal CardWording WordingOf(CardVariant? variant) => variant?.Wording ?? Wording;

    /// <summary>The pictures that it is decided on: one for each order where it judges orders, else that of the patient.</summary>
    internal ImmutableArray<ClinicalPicture> PicturesIn(ClinicalPicture picture) => JudgesOrders(picture) ? picture.PerDraft : [picture];

    /// <summary>False for an order that is certainly none of those it judges.</summary>
    internal bool IsAbout(ClinicalPicture picture) => !JudgesOrders(picture) || AppliesTo.Ask(picture) != Truth.No;

    /// <param name="picture">The patient, and the order in question.</param>
    /// <param name="others">The decisions of the cards that this one rests on.</param>
    internal CardDecision Decide(ClinicalPicture picture, DecidedCards others)
    {
        var answer = Answer(picture, others);
        var variant = answer == Truth.Yes ? Variants.FirstOrDefault(candidate => candidate.When.Ask(picture) == Truth.Yes) : null;
        return new(this, picture, answer, variant, () => Explain(picture, others, variant))
        {
            Missing = answer switch
            {
                Truth.Unknown => MissingInputs(picture, others),
                Truth.Yes => MissingForMore(picture, variant),
                _ => [],
            },
        };
    }

    /// <summary>How far the facts that make it fire can be trusted, exclusions aside.</summary>
    internal Confidence Weigh(ClinicalPicture picture, CardVariant? variant) =>
        Conditions(picture).Append(variant?.When ?? CriterionGroup.None).Min(group => group.Weigh(picture));

    private bool JudgesOrders(ClinicalPicture picture) => !AppliesTo.Criteria.IsEmpty && picture.Hook.IsAboutOrders();

    private ImmutableArray<CriterionGroup> Conditions(ClinicalPicture picture) => JudgesOrders(picture) ? [AppliesTo, When] : [When];

    private Truth Answer(ClinicalPicture picture, DecidedCards others)
    {
        if (YieldsTo.Any(id => Silences(others.Of(id, picture))))
            return Truth.No;
        var answer = Truth.Yes;
        foreach (var group in Conditions(picture))
            if (answer != Truth.No)
                answer = answer.And(group.Ask(picture));
        if (answer != Truth.No)
            answer = answer.And(FactCatalog.Deceased.Holds(picture, "no")).And(AnyUnless(picture).Not());
        foreach (var id in ExcludedBy)
            answer = answer.And(others.Of(id, picture).Answer.Not());
        foreach (var id in Requires)
            answer = answer.And(others.Of(id, picture).Answer);
        return answer;
    }

    private ImmutableArray<CriterionAnswer> Explain(ClinicalPicture picture, DecidedCards others, CardVariant? variant)
    {
        var answers = ImmutableArray.CreateBuilder<CriterionAnswer>();
        foreach (var group in Conditions(picture))
            group.Explain(picture, CriterionRole.When, answers);
        foreach (var (id, other) in Requires.Select(id => (id, others.Of(id, picture).Answer)))
            answers.Add(new($"card {id} applies", Words(other), other, null, CriterionRole.When) { Name = id });
        Unless.Explain(picture, CriterionRole.Unless, answers);
        foreach (var (id, other) in ExcludedBy.Select(id => (id, others.Of(id, picture).Answer)))
            answers.Add(new($"card {id} does not apply", Words(other), other.Not(), null, CriterionRole.Unless) { Name = id });
        foreach (var id in YieldsTo.Where(id => Silences(others.Of(id, picture))))
            answers.Add(new($"card {id} does not fire", "fires", Truth.No, null, CriterionRole.Unless) { Name = id });
        variant?.When.Explain(picture, CriterionRole.Variant, answers);
        return answers.DrainToImmutable();
    }

    private Truth AnyUnless(ClinicalPicture picture) =>
        Unless.Criteria.Aggregate(Truth.No, (answer, criterion) => answer.Or(criterion.Ask(picture)));

    /// <summary>
    /// The inputs for want of which it is undetermined; empty when it could not fire even with the best of news.
    /// </summary>
    private ImmutableArray<string> MissingInputs(ClinicalPicture picture, DecidedCards others) =>
        AnswerAt(Truth.Yes, picture, others) != Truth.Yes
            ? []
            : [.. Inputs(picture, others).SelectMany(fact => fact.Read(picture).Missing).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The inputs for want of which a variant of more urgency could not be decided.</summary>
    private ImmutableArray<string> MissingForMore(ClinicalPicture picture, CardVariant? shown) =>
    [
        .. Variants.TakeWhile(variant => variant != shown)
            .Where(variant => variant.Wording.Indicator > WordingOf(shown).Indicator && variant.When.AskHopefully(picture, Truth.Yes) == Truth.Yes)
            .SelectMany(variant => variant.When.Facts)
            .SelectMany(fact => fact.Read(picture).Missing).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Its answer if all that is missing spoke for it (<see cref="Truth.Yes"/>) or against it.</summary>
    private Truth AnswerAt(Truth news, ClinicalPicture picture, DecidedCards others)
    {
        var answer = others.Find(Id, picture)?.Answer ?? Truth.Unknown;
        if (answer != Truth.Unknown)
            return answer;
        answer = Conditions(picture).Aggregate(Truth.Yes, (all, group) => all.And(group.AskHopefully(picture, news)));
        foreach (var criterion in Unless.Criteria)
            answer = answer.And(criterion.AskHopefully(picture, news.Not()).Not());
        foreach (var id in ExcludedBy)
            answer = answer.And(others.Of(id, picture).Card.AnswerAt(news.Not(), picture, others).Not());
        foreach (var id in Requires)
            answer = answer.And(others.Of(id, picture).Card.AnswerAt(news, picture, others));
        return answer;
    }

    /// <summary>Its facts, and those of the undetermined cards that it rests on.</summary>
    private IEnumerable<FactDefinition> Inputs(ClinicalPicture picture, DecidedCards others) =>
        Conditions(picture).SelectMany(group => group.Facts).Concat(Unless.Facts).Append(FactCatalog.Deceased)
            .Concat(ExcludedBy.Concat(Requires)
                .Select(id => others.Of(id, picture)).Where(other => other.Answer == Truth.Unknown)
                .SelectMany(other => other.Card.Inputs(picture, others)));

    /// <summary>A card that is switched off says nothing and so silences nobody.</summary>
    private static bool Silences(CardDecision other) => other is { Card.IsActive: true, Answer: Truth.Yes };

    private static string Words(Truth answer) => answer switch
    {
        Truth.Yes => "applies",
        Truth.No => "does not apply",
        Truth.Unknown => "undetermined",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
