using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>Everything that the knowledge folder says, checked and immutable.</summary>
public sealed class KnowledgeBase
{
    private readonly ImmutableArray<WorkedExample> _examples;
    private readonly FrozenDictionary<string, CardSet> _byHook;

    private KnowledgeBase(
        ConceptLibrary concepts, SurveillanceIntervals intervals, ImmutableArray<CardRule> cards, ImmutableDictionary<string, OrderTemplate> orders,
        OverrideReasons reasons, ImmutableArray<Recommendation> recommendations, ImmutableArray<WorkedExample> examples, string digest)
    {
        Concepts = concepts;
        Intervals = intervals;
        Cards = cards;
        Orders = orders;
        StandardReasons = reasons.Standard;
        NonAdherenceCodes = reasons.NonAdherence;
        Recommendations = recommendations;
        _examples = examples;
        Digest = digest;
        _byHook = cards.SelectMany(card => card.Hooks).Distinct()
            .ToFrozenDictionary(hook => hook, hook => new CardSet([.. cards.Where(card => card.IsActive && card.Hooks.Contains(hook))], cards));
    }

    public ConceptLibrary Concepts { get; }

    /// <summary>How often follow-up is due.</summary>
    public SurveillanceIntervals Intervals { get; }

    /// <summary>Every card, those switched off too, each after those it rests on.</summary>
    public ImmutableArray<CardRule> Cards { get; }

    public ImmutableDictionary<string, OrderTemplate> Orders { get; }

    /// <summary>The reasons that every card above info offers.</summary>
    public ImmutableArray<OverrideReason> StandardReasons { get; }

    /// <summary>From a reason of ours to the code of HL7's non-adherence reasons that says the same.</summary>
    public FrozenDictionary<string, string> NonAdherenceCodes { get; }

    /// <summary>The codes of all override reasons that any card offers.</summary>
    public IReadOnlySet<string> OverrideCodes =>
        StandardReasons.Concat(Cards.SelectMany(card => card.OverrideReasons)).Select(reason => reason.Code).ToFrozenSet();

    /// <summary>What the sources recommend, by id.</summary>
    public ImmutableArray<Recommendation> Recommendations { get; }

    /// <summary>Short fingerprint of all files, in hexadecimal.</summary>
    public string Digest { get; }

    public int ExampleCount => _examples.Length;

    /// <summary>Reads all files of the folder.</summary>
    /// <exception cref="KnowledgeException">Something is wrong in any of them; it lists every fault.</exception>
    public static KnowledgeBase Load(IEnumerable<KnowledgeFile> files) => Load(files, known: null);

    /// <inheritdoc cref="Load(IEnumerable{KnowledgeFile})"/>
    /// <param name="files">The files.</param>
    /// <param name="known">Their concepts, where these have been read before; reading them is most of the work.</param>
    internal static KnowledgeBase Load(IEnumerable<KnowledgeFile> files, ConceptLibrary? known)
    {
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        var problems = new ProblemList();
        FolderReader.RejectUnknownFiles(all, problems);
        var concepts = known ?? new ConceptLibraryReader(problems).Read(all);
        var intervals = IntervalReader.Read(all, problems);
        var orders = OrderReader.Read(all, concepts, problems);
        var evidence = EvidenceReader.Read(all, problems);
        var reasons = OverrideReasonReader.Read(all, problems);
        var recommendations = RecommendationReader.Read(all, evidence, problems);
        var cards = CardReader.Read(all, orders, evidence, reasons, recommendations, problems);
        var examples = ExampleReader.Read(all, cards, problems);
        problems.ThrowIfAny();
        return new(concepts, intervals, cards, orders, reasons, [.. recommendations.Values], examples, DigestOf(all));
    }

    /// <summary>What a record means on one day.</summary>
    /// <param name="record">What is known of the patient.</param>
    /// <param name="today">The day for which due dates and ages are worked out.</param>
    /// <param name="zone">The site's time zone, in which moments become days.</param>
    public ClinicalPicture Picture(PatientRecord record, DateOnly today, TimeZoneInfo zone) => new(record, Concepts, Intervals, today, zone);

    /// <summary>The cards decided on a hook; none when the hook has no cards.</summary>
    public CardSet ForHook(string hook) => _byHook.TryGetValue(hook, out var cards) ? cards : new CardSet([], []);

    /// <summary>Runs every worked example.</summary>
    /// <returns>The examples that did not turn out as written; empty when all did.</returns>
    public ImmutableArray<Problem> RunExamples() => [.. _examples.SelectMany(example => example.Run(this))];

    /// <summary>The worked examples that stand beside the cards.</summary>
    internal IEnumerable<WorkedExample> Examples => _examples;

    private static string DigestOf(IEnumerable<KnowledgeFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
