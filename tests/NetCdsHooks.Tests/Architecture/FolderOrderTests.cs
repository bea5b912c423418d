using System.Text.RegularExpressions;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Architecture;

/// <summary>The walls inside the projects that no csproj keeps.</summary>
public sealed partial class FolderOrderTests
{
    private const string Clinical = "src/NetCdsHooks.Clinical";

    /// <summary>A folder knows itself and those before it.</summary>
    private static readonly string[] Order = ["Logic", "Knowledge", "Terminology", "Fhir", "Record", "Picture", "Cards"];

    private static readonly IReadOnlyList<string> Sources = [.. Repository.Files("src", "*.cs")];

    [Fact]
    public void A_folder_of_the_clinical_library_uses_only_the_folders_before_it() =>
        Sources.Where(file => file.StartsWith(Clinical, StringComparison.Ordinal))
            .SelectMany(file => Forbidden(file, File.ReadAllText(Repository.PathOf(file))))
            .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Uses))]
    public void The_order_is_read_from_usings_and_from_full_names(string story, string file, string line, bool forbidden) =>
        Forbidden($"{Clinical}/{file}", line).Any().Should().Be(forbidden, story);

    public static TheoryData<string, string, string, bool> Uses() => new()
    {
        { "a step back is allowed", "Fhir/Coding.cs", "using NetCdsHooks.Clinical.Terminology;", false },
        { "its own folder is allowed", "Fhir/Coding.cs", "namespace NetCdsHooks.Clinical.Fhir;", false },
        { "a step forward", "Logic/Truth.cs", "using NetCdsHooks.Clinical.Terminology;", true },
        { "a full name counts like a using", "Picture/Picture.cs", "var card = new NetCdsHooks.Clinical.Cards.Card();", true },
        { "a static using counts", "Logic/Truth.cs", "using static NetCdsHooks.Clinical.Picture.Calendar;", true },
        { "an alias counts", "Record/Need.cs", "using Rule = NetCdsHooks.Clinical.Cards.CardRule;", true },
        { "cards never see FHIR types", "Cards/CardRule.cs", "using NetCdsHooks.Clinical.Fhir;", true },
        { "the worked examples of cards are written in FHIR", "Cards/Examples/Example.cs", "using NetCdsHooks.Clinical.Fhir;", false },
        { "an unknown folder has no place in the order", "Helpers/Helper.cs", "", true },
    };

    [Fact]
    public void A_namespace_is_the_path_of_its_folder() =>
        Sources.Where(file => Path.GetFileName(file) != "Program.cs" && NamespaceOf(file) != ExpectedNamespace(file))
            .Select(file => $"{file} is in namespace {NamespaceOf(file) ?? "(none)"}, expected {ExpectedNamespace(file)}")
            .Should().BeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Sources.Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(source => source.Lines > 300)
            .Should().BeEmpty();

    [Fact]
    public void Every_path_that_a_readme_names_exists() =>
        (from readme in Repository.Files(".", "README.md")
         from Match mention in NamedPath().Matches(File.ReadAllText(Repository.PathOf(readme)))
         let path = mention.Groups["path"].Value
         where !Path.Exists(Repository.PathOf(path))
         select $"{readme} names {path}, which does not exist").Should().BeEmpty();

    private static IEnumerable<string> Forbidden(string file, string text)
    {
        var folder = file[(Clinical.Length + 1)..].Split('/')[0];
        var place = Array.IndexOf(Order, folder);
        if (place < 0)
            return [$"{file} is in a folder that has no place in the order {string.Join(" <- ", Order)}"];
        return ClinicalName().Matches(text)
            .Select(match => match.Groups["folder"].Value)
            .Where(used => Array.IndexOf(Order, used) > place || (used == "Fhir" && IsCardLogic(file)))
            .Distinct()
            .Select(used => $"{file} uses {used}, which {folder} must not know");
    }

    private static bool IsCardLogic(string file) =>
        file.StartsWith($"{Clinical}/Cards/", StringComparison.Ordinal) && !file.StartsWith($"{Clinical}/Cards/Examples/", StringComparison.Ordinal);

    /// <summary>The folders below Picture only sort its many small readers; they are one namespace.</summary>
    private static string ExpectedNamespace(string file)
    {
        const string picture = "NetCdsHooks.Clinical.Picture";
        var path = Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        return path.StartsWith(picture, StringComparison.Ordinal) ? picture : path;
    }

    private static string? NamespaceOf(string file) =>
        Namespace().Match(File.ReadAllText(Repository.PathOf(file))) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"\bNetCdsHooks\.Clinical\.(?<folder>\w+)")]
    private static partial Regex ClinicalName();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"`(?<path>(src|tests|cds-cards|fhir-samples|\.ci)/[\w./-]*)`")]
    private static partial Regex NamedPath();
}
