using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

public sealed class QueryWriterTests
{
    public static TheoryData<DataNeed> Needs => new(NeedInfo.All.Where(info => info.IsAsked).Select(info => info.Need));

    [Theory]
    [MemberData(nameof(Needs))]
    [Trait("Requirement", "T-06")]
    public void A_query_is_short_and_of_the_type_of_its_need(DataNeed need)
    {
        var queries = QueryWriter.Write(need, TestKnowledge.Concepts);

        queries.Should().NotBeEmpty();
        queries.Should().OnlyContain(query => query.Template.Length <= QueryWriter.MaxLength && query.Template.StartsWith(NeedInfo.Of(need).ResourceType));
        queries.Select(query => query.Key).Should().Equal(queries.Select((_, index) => index == 0 ? NeedInfo.Of(need).Key : $"{NeedInfo.Of(need).Key}-{index + 1}"));
    }

    [Theory]
    [InlineData(DataNeed.Pathology)]
    [InlineData(DataNeed.Markers)]
    [InlineData(DataNeed.Labs)]
    [InlineData(DataNeed.Status)]
    public void Every_code_of_every_concept_is_asked_for_once(DataNeed need)
    {
        var expected = NeedInfo.Of(need).Concepts.SelectMany(id => TestKnowledge.Concepts[id].Codes)
            .Select(coding => $"{coding.System}|{coding.Code}").Distinct();

        var asked = QueryWriter.Write(need, TestKnowledge.Concepts)
            .SelectMany(query => query.Template.Split("&code=")[1].Split('&')[0].Split(',')).Select(Uri.UnescapeDataString);

        asked.Should().BeEquivalentTo(expected);
    }

    [Fact]
    public void The_patient_id_is_escaped() =>
        new NeedQuery(DataNeed.Conditions, "conditions", "Condition?patient={{context.patientId}}").AddressFor("a&b").Should().Be("Condition?patient=a%26b");
}
