using System.Collections.Concurrent;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;
using Xunit.Abstractions;

namespace NetCdsHooks.Tests.Cards.Mutation;

/// <summary>How good the worked examples and the samples are at finding a wrong card.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const double Wanted = 0.95;

    private static readonly Lazy<ClinicalPicture[]> SamplePictures =
        new(() => [.. Samples.Names.Select(name => Samples.Picture(Samples.FullRecord(name)))]);

    [Fact]
    public void Examples_and_samples_find_nearly_every_fault_put_into_a_card()
    {
        var files = TestKnowledge.Files();
        var survivors = new ConcurrentBag<Mutant>();
        var count = 0;
        Parallel.ForEach(TestKnowledge.Base.Cards, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, card =>
        {
            var trial = new Trial(card, files);
            foreach (var mutant in new CardMutator(card.Id, files.First(file => file.Path == card.File)).Mutants())
            {
                Interlocked.Increment(ref count);
                if (!trial.Finds(mutant))
                    survivors.Add(mutant);
            }
        });

        foreach (var survivor in survivors.OrderBy(survivor => survivor.Card).ThenBy(survivor => survivor.Fault))
            output.WriteLine($"{survivor.Card}: {survivor.Fault}");
        output.WriteLine($"{count} faults, {survivors.Count} not found");
        count.Should().BeGreaterThan(1500);
        ((double)(count - survivors.Count) / count).Should().BeGreaterThanOrEqualTo(Wanted);
    }

    /// <summary>One card with its examples, the samples, and what they say of the card as it is.</summary>
    private sealed class Trial
    {
        private readonly KnowledgeFile[] _files;
        private readonly (PatientRecord Record, ClinicalPicture Picture)[] _examples;
        private readonly string[] _samples;

        internal Trial(CardRule card, IReadOnlyCollection<KnowledgeFile> files)
        {
            var needed = WithThoseItRestsOn(card);
            _files = [.. files.Where(file => Belongs(file, card, needed))];
            var knowledge = KnowledgeBase.Load(_files, TestKnowledge.Concepts);
            _examples = [.. knowledge.Examples.Select(example => example.ToRecord(knowledge.Concepts)).Zip(
                knowledge.Examples, (record, example) => (record, knowledge.Picture(record, example.Today, TimeZoneInfo.Utc)))];
            _samples = [.. Decide(knowledge, card.Id)];
        }

        /// <summary>A fault is found when the card does not load, an example turns out otherwise, or a sample is decided otherwise.</summary>
        internal bool Finds(Mutant mutant)
        {
            try
            {
                var knowledge = KnowledgeBase.Load(_files.Select(file => file.Path == mutant.File.Path ? mutant.File : file), TestKnowledge.Concepts);
                return knowledge.Examples.Zip(_examples).Any(pair => pair.First.Run(knowledge, pair.Second.Record, pair.Second.Picture).Any())
                    || !Decide(knowledge, mutant.Card).SequenceEqual(_samples);
            }
            catch (KnowledgeException)
            {
                return true;
            }
        }

        private static IEnumerable<string> Decide(KnowledgeBase knowledge, string id)
        {
            var card = knowledge.Cards.First(card => card.Id == id);
            if (card is not { Merge: null, NamesWhatIsMissing: false } || !card.Hooks.Contains(Hook.PatientView.Name()))
                return [];
            var cards = new CardSet([card], knowledge.Cards);
            return SamplePictures.Value.Select(picture => cards.Decide(picture)[0])
                .Select(decision => $"{decision.Answer} {decision.Variant?.Name} {(decision.Answer == Truth.Yes ? decision.Indicator : "")}");
        }

        private static bool Belongs(KnowledgeFile file, CardRule card, IReadOnlySet<string> needed) =>
            file.Path.EndsWith(".card.json", StringComparison.Ordinal) ? needed.Contains(Stem(file, ".card.json"))
            : !file.Path.EndsWith(".examples.json", StringComparison.Ordinal) || Stem(file, ".examples.json") == card.Id;

        /// <summary>A card that acts by what others do needs them all.</summary>
        private static HashSet<string> WithThoseItRestsOn(CardRule card)
        {
            var all = TestKnowledge.Base.Cards;
            if (card is not { Merge: null, NamesWhatIsMissing: false, OnlyBesideInfo: false })
                return [.. all.Select(other => other.Id)];
            var needed = new HashSet<string> { card.Id };
            foreach (var other in all.Reverse())
                if (needed.Contains(other.Id))
                    needed.UnionWith(other.RestsOn);
            return needed;
        }

        private static string Stem(KnowledgeFile file, string suffix) => file.Path[(file.Path.LastIndexOf('/') + 1)..^suffix.Length];
    }
}
