using System.Text.Json.Nodes;
using FluentAssertions.Execution;
using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What the bound on bookings under 3.0 leaves out, no fact could have used.</summary>
public class PastBookingsTests
{
    /// <summary>What a booking may be for.</summary>
    private static readonly string[] Purposes =
    [
        "Tumour board", "CT abdomen", "Somatostatin receptor PET/CT", "Echocardiography", "Octreotide LAR injection", "Lutathera infusion (PRRT)",
        "Right hemicolectomy", "Genetic counselling", "Liver biopsy", "Liver embolisation",
    ];

    public static TheoryData<string> Samples => Support.Samples.Theory;

    [Theory]
    [Trait("Requirement", "T-08")]
    [MemberData(nameof(Samples))]
    public void A_booking_before_the_bound_changes_no_fact(string sample)
    {
        var without = Facts(sample, []);

        using var _ = new AssertionScope();
        foreach (var status in NeedInfo.Of(DataNeed.Appointments).Statuses)
            Facts(sample, Bookings(status, FirstDayAsked().AddDays(-1))).Should().Equal(without, status);
    }

    [Fact]
    public void One_that_is_still_to_come_changes_some()
    {
        var without = Facts("ida", []);

        using var _ = new AssertionScope();
        foreach (var purpose in Purposes)
            Facts("ida", [Booking("booked", purpose, Support.Samples.Day.AddDays(20))]).Should().NotEqual(without, purpose);
    }

    private static DateOnly FirstDayAsked()
    {
        var template = QueryWriter.Write(DataNeed.Appointments, TestKnowledge.Base.Concepts).Single().PublishedFor(SpecificationEdition.V3);
        var query = new TemplateResolver(new JsonObject { ["patientId"] = "ida" }, Support.Samples.Day).Resolve(template).Query!;
        return DateOnly.ParseExact(query.Split("&date=ge")[1], "yyyy-MM-dd", null);
    }

    private static IEnumerable<Appointment> Bookings(string status, DateOnly day) => Purposes.Select(purpose => Booking(status, purpose, day));

    private static Appointment Booking(string status, string purpose, DateOnly day) =>
        new() { Id = purpose.Replace(' ', '-'), Status = status, Description = purpose, Start = $"{day:yyyy-MM-dd}T23:59:59Z" };

    private static Dictionary<string, string> Facts(string sample, IEnumerable<Appointment> bookings)
    {
        var byNeed = Support.Samples.Resources(sample).Where(resource => NeedInfo.All.Any(info => info.ResourceType == resource.TypeName)).Concat(bookings)
            .ToLookup(resource => ChartLine.NeedOf(resource, TestKnowledge.Concepts));
        var picture = Support.Samples.Picture(new(sample, NeedInfo.All.Select(info => new NeedAnswer(info.Need, [.. byNeed[info.Need]]))));
        return FactCatalog.All.ToDictionary(fact => fact.Name, fact => $"{fact.Describe(picture)} [{string.Join(' ', fact.Read(picture).Evidence)}]");
    }
}
