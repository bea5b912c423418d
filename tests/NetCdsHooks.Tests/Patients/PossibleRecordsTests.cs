using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Patients;

/// <summary>
/// What could not be read might have said anything. Each part of a patient's record is taken away, and everything that the
/// other invented patients have there is tried in its place: no card that one of these records gives may be silent without being named.
/// </summary>
public sealed class PossibleRecordsTests
{
    private static readonly CardSet Cards = TestKnowledge.Base.ForHook("patient-view");

    /// <summary>
    /// Cards that a further entry could only bring about by contradicting a value that was found; a value that was found is used.
    /// </summary>
    private static readonly ImmutableHashSet<(DataNeed, string)> RestOnWhatWasFound =
    [
        (DataNeed.Reports, "differentiation-missing"),
        (DataNeed.Conditions, "differentiation-missing"),
        (DataNeed.Conditions, "grade-ki67-discordance"),
        (DataNeed.Conditions, "eus-missing"),
        (DataNeed.Conditions, "localized-surgery-first"),
        (DataNeed.Conditions, "first-line-ssa"),
    ];

    public static TheoryData<string> All => Samples.Theory;

    [Theory]
    [MemberData(nameof(All))]
    public void A_failed_search_might_have_found_anything(string sample)
    {
        foreach (var need in Cards.Needs.Where(need => need != DataNeed.Conditions))
            ExpectNothingLost(sample, new(need, [], NeedGap.Failed), Everyone(sample, need));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_list_that_was_cut_short_might_go_on_with_anything(string sample)
    {
        foreach (var need in Cards.Needs.Where(need => need != DataNeed.Patient))
        {
            var own = Of(sample, need, sample);
            foreach (var known in new[] { [], own, own.Where((_, index) => index % 2 == 0).ToImmutableArray() })
                ExpectNothingLost(sample, new(need, known, NeedGap.CutShort), Everyone(sample, need).Select(more => known.AddRange(more)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_resource_that_cannot_be_read_might_have_been_the_one_that_matters(string sample)
    {
        foreach (var need in Cards.Needs.Where(need => need != DataNeed.Patient))
        {
            var own = Of(sample, need, sample);
            for (var index = 0; index < own.Length; index++)
            {
                var rest = own.RemoveAt(index);
                var spoilt = rest.Add(new UnreadableResource(own[index].TypeName, "a wrong shape") { Id = own[index].Id });
                ExpectNothingLost(sample, new(need, spoilt), Candidates(sample, need, index).Select(one => rest.Add(one)));
            }
        }
    }

    private static void ExpectNothingLost(string sample, NeedAnswer damaged, IEnumerable<ImmutableArray<Resource>> possible)
    {
        var told = Decide(sample, damaged);
        foreach (var resources in possible.Select(all => WithoutSecondTumour(sample, damaged, all)))
            foreach (var fired in Decide(sample, new(damaged.Need, resources)).Where(decision => decision.Answer == Truth.Yes))
            {
                var card = fired.Card.Id;
                var decision = told.SingleOrDefault(one => one.Card.Id == card);
                var isCovered = decision?.Answer == Truth.Yes
                    || decision?.Missing.Contains(NeedInfo.Of(damaged.Need).Key) == true
                    || (decision?.Answer == Truth.No && RestOnWhatWasFound.Contains((damaged.Need, card)));
                isCovered.Should().BeTrue("{0}: {1} can be on the chart when {2} is not complete, and nobody is told", sample, card, damaged.Need);
            }
    }

    /// <summary>A tumour that was found is worked with, whatever other primary tumour the rest of the problem list may hold.</summary>
    private static ImmutableArray<Resource> WithoutSecondTumour(string sample, NeedAnswer damaged, ImmutableArray<Resource> possible)
    {
        if (damaged.Need != DataNeed.Conditions || Primaries(sample, damaged) is not { Count: > 0 } found)
            return possible;
        var all = Primaries(sample, new(damaged.Need, possible));
        return [.. possible.Where(resource => resource is not Condition condition || !all.Contains(condition) || found.Contains(condition))];
    }

    private static HashSet<Condition> Primaries(string sample, NeedAnswer changed) =>
        [.. Picture(sample, changed).Tumour.Diagnoses.Where(diagnosis => !diagnosis.IsSecondary).Select(diagnosis => diagnosis.Condition)];

    private static ImmutableArray<CardDecision> Decide(string sample, NeedAnswer changed)
    {
        var picture = Picture(sample, changed);
        return Gate.IsClosed(picture) ? [] : Cards.Decide(picture);
    }

    private static ClinicalPicture Picture(string sample, NeedAnswer changed) =>
        Samples.Picture(new(sample, Cards.Needs.Select(need => need == changed.Need ? changed : new(need, Of(sample, need, sample)))));

    /// <summary>What each of the invented patients has there, and nothing.</summary>
    private static IEnumerable<ImmutableArray<Resource>> Everyone(string sample, DataNeed need) =>
        Samples.Names.Select(donor => Of(donor, need, sample)).Concat(need == DataNeed.Patient ? [] : [[]]);

    /// <summary>The resource itself, and one of each other patient.</summary>
    private static IEnumerable<Resource> Candidates(string sample, DataNeed need, int index) =>
        Samples.Names.Select(donor => Of(donor, need, sample)).Where(all => all.Length > index).Select(all => all[index]);

    private static ImmutableArray<Resource> Of(string donor, DataNeed need, string patient) => Read[(donor, patient)][need];

    private static readonly ImmutableDictionary<(string, string), ImmutableDictionary<DataNeed, ImmutableArray<Resource>>> Read =
        (from donor in Samples.Names from patient in Samples.Names select (donor, patient)).ToImmutableDictionary(pair => pair, pair => ReadAs(pair.donor, pair.patient));

    /// <summary>A patient's answers, as if they were about another.</summary>
    private static ImmutableDictionary<DataNeed, ImmutableArray<Resource>> ReadAs(string donor, string patient)
    {
        var text = Samples.Json(donor).ToJsonString()
            .Replace($"\"Patient/{donor}\"", $"\"Patient/{patient}\"", StringComparison.Ordinal)
            .Replace($"\"id\":\"{donor}\"", $"\"id\":\"{patient}\"", StringComparison.Ordinal);
        var data = new BundleQuery(JsonNode.Parse(text)!);
        return Cards.Needs.ToImmutableDictionary(need => need, need =>
            QueryWriter.Write(need, TestKnowledge.Concepts).SelectMany(query => data.Answer(query.AddressFor(patient)))
                .Select(resource => resource.Deserialize(FhirJson.Default.Resource)!).ToImmutableArray());
    }
}
