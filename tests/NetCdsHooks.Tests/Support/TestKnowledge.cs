using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Tests.Support;

/// <summary>The knowledge that ships, read once for all tests.</summary>
internal static class TestKnowledge
{
    private static readonly Lazy<ConceptLibrary> LazyConcepts = new(() =>
    {
        var problems = new ProblemList();
        var library = new ConceptLibraryReader(problems).Read(Files());
        problems.ThrowIfAny();
        return library;
    });

    private static readonly Lazy<SurveillanceIntervals> LazyIntervals = new(() =>
    {
        var problems = new ProblemList();
        var intervals = IntervalReader.Read(Files(), problems);
        problems.ThrowIfAny();
        return intervals;
    });

    private static readonly Lazy<KnowledgeBase> LazyBase = new(() => KnowledgeBase.Load(Files()));

    internal static KnowledgeBase Base => LazyBase.Value;

    internal static ConceptLibrary Concepts => LazyConcepts.Value;

    internal static SurveillanceIntervals Intervals => LazyIntervals.Value;

    internal static ClinicalPicture Picture(PatientRecord record, DateOnly today, TimeZoneInfo? zone = null) =>
        new(record, Concepts, Intervals, today, zone ?? TimeZoneInfo.Utc);

    internal static IReadOnlyCollection<KnowledgeFile> Files()
    {
        var root = Repository.PathOf("cds-cards");
        return
        [
            .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new KnowledgeFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path))),
        ];
    }
}
