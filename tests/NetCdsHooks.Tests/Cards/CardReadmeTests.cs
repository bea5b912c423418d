using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Cards.Reading;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards;

/// <summary>The README of the knowledge tells of everything that a card file may hold.</summary>
public class CardReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("cds-cards", "README.md"));

    [Fact]
    public void It_tells_of_every_member_of_a_card() =>
        CardReader.Members.Where(member => member != "$schema" && !Readme.Contains($"`{member}`")).Should().BeEmpty();

    [Fact]
    public void It_tells_of_every_question() =>
        Enum.GetValues<FactKind>().SelectMany(kind => CriterionReader.Words(kind)).Distinct().Where(word => !Readme.Contains($"`{word}`")).Should().BeEmpty();

    [Fact]
    public void It_tells_of_every_folder_and_file() =>
        Directory.EnumerateFileSystemEntries(Repository.PathOf("cds-cards"))
            .Select(path => Directory.Exists(path) ? $"`{Path.GetFileName(path)}/`" : Path.GetFileName(path))
            .Where(name => name != "README.md" && !Readme.Contains(name)).Should().BeEmpty();
}
