using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Cards.Site;

/// <summary>The shipped files as a site wants them: with its local codes, limits, switches and wording.</summary>
/// <param name="Files">To be loaded in place of the shipped ones; of the worked examples only the site's own are among them.</param>
/// <param name="Changes">What is different, a line each, for the log and for whoever asks why.</param>
public sealed record SiteAdaptation(ImmutableArray<KnowledgeFile> Files, ImmutableArray<string> Changes)
{
    /// <summary>What the names of a site's own files end with.</summary>
    public const string Suffix = ".site.json";

    private ImmutableDictionary<(string File, string Path), (string File, string Path)> Origins { get; init; } = [];

    /// <param name="shipped">The files of the knowledge folder, which stay untouched.</param>
    /// <param name="site">The files of the site's folder.</param>
    /// <exception cref="KnowledgeException">With every fault of the site's files that shows without loading the result.</exception>
    public static SiteAdaptation Read(IReadOnlyCollection<KnowledgeFile> shipped, IReadOnlyCollection<KnowledgeFile> site)
    {
        var problems = new ProblemList();
        var overlay = new Overlay(shipped);
        var reader = new SiteReader(overlay, problems);
        foreach (var file in site.OrderBy(file => file.Path, StringComparer.Ordinal))
            if (file.Path.EndsWith(Suffix, StringComparison.Ordinal))
                reader.Read(file);
            else if (!IsExamples(file))
                problems.Add(file.Path, "$", "a file that nothing reads", $"*{Suffix}, *{ExamplesSuffix}");
        problems.ThrowIfAny();
        return new([.. overlay.Files().Where(file => !IsExamples(file)), .. site.Where(IsExamples)], reader.Changes)
        {
            Origins = overlay.Origins,
        };
    }

    /// <summary>Loads the files as the site has them.</summary>
    /// <param name="shipped">The concepts as shipped, which serve again where the site adds none.</param>
    /// <exception cref="KnowledgeException">A fault in what the site has set is told as one of the site's file.</exception>
    public KnowledgeBase Load(ConceptLibrary shipped)
    {
        try
        {
            return KnowledgeBase.Load(Files, Origins.Keys.Any(place => place.File.StartsWith("concepts/", StringComparison.Ordinal)) ? null : shipped);
        }
        catch (KnowledgeException exception)
        {
            throw new KnowledgeException([.. exception.Problems.Select(Locate)]);
        }
    }

    private Problem Locate(Problem problem)
    {
        for (var path = problem.Path; path.Length > 0; path = Parent(path))
            if (Origins.TryGetValue((problem.File, path), out var origin))
                return problem with { File = origin.File, Path = origin.Path + problem.Path[path.Length..] };
        return problem;
    }

    private const string ExamplesSuffix = ".examples.json";

    private static bool IsExamples(KnowledgeFile file) => file.Path.EndsWith(ExamplesSuffix, StringComparison.Ordinal);

    private static string Parent(string path) => path[..Math.Max(0, Math.Max(path.LastIndexOf('.'), path.LastIndexOf('[')))];
}
