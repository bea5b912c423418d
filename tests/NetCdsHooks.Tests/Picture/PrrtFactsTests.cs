using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;
using NetCdsHooks.Tests.Support;
using static NetCdsHooks.Tests.Support.SomeResources;

namespace NetCdsHooks.Tests.Picture;

public sealed class PrrtFactsTests
{
    private static readonly CodeableConcept Lutetium = Code(Atc, "V10XX04");

    private static Dictionary<string, (Resource[] Record, decimal Least, decimal Most)> Counts => new()
    {
        ["nothing"] = ([], 0, 0),
        ["three doses"] = ([Dose("a", "2025-01-01", Lutetium), Dose("b", "2025-03-01", Lutetium), Dose("c", "2025-05-01", Lutetium)], 3, 3),
        ["a dose and a procedure of one day are one"] = ([Dose("a", "2025-01-01", Lutetium), Cycle("p", "PRRT", "2025-01-01")], 1, 1),
        ["procedures"] = ([Cycle("p", "PRRT", "2025-01-01"), Cycle("q", "PRRT", "2025-03-01")], 2, 2),
        ["the third by its name, the others elsewhere"] = ([Cycle("p", "Lu-177 dotatate, cycle 3 of 4", "2025-05-01")], 3, 3),
        ["4th cycle"] = ([Cycle("p", "PRRT 4th cycle", "2025-05-01")], 4, 4),
        ["two in one month may be one"] = ([Dose("a", "2025-01", Lutetium), Cycle("p", "PRRT", "2025-01")], 1, 2),
        ["undated"] = ([Dose("a", null, Lutetium), Dose("b", "2025-03-01", Lutetium)], 1, 2),
        ["stated without doses"] = ([Statement("m", "completed", Lutetium)], 1, decimal.MaxValue),
        ["ordered and completed without doses"] = ([Order("m", "completed", Lutetium)], 1, decimal.MaxValue),
        ["ordered, not yet given"] = ([Order("m", "active", Lutetium)], 0, 0),
        ["not given"] = ([Dose("a", "2025-01-01", Lutetium, "not-done")], 0, 0),
        ["broken off"] = ([Dose("a", "2025-01-01", Lutetium, "stopped")], 0, 0),
        ["for the prostate"] = ([Dose("a", "2025-01-01", Code(Atc, "V10XX05", "Lutetium-177 vipivotide"))], 0, 0),
        ["an assessment for it"] = ([Cycle("p", "Referral for PRRT", "2025-01-01")], 0, 0),
        ["its dosimetry"] = ([Cycle("p", "PRRT", "2025-01-01"), Cycle("q", "Lu-177 post-therapy SPECT/CT", "2025-01-02")], 1, 1),
    };

    public static TheoryData<string> CountStories => [.. Counts.Keys];

    [Theory]
    [MemberData(nameof(CountStories))]
    public void Cycles_given(string story)
    {
        var (record, least, most) = Counts[story];

        SomeChart.Picture(record).Prrt.Cycles.Value().Should().Be(new Interval<decimal>(least, most), story);
    }

    [Fact]
    public void A_failed_query_leaves_open_how_many_cycles_there_were() =>
        SomeChart.PictureWithGaps([DataNeed.Procedures], Dose("a", "2025-01-01", Lutetium)).Prrt.Cycles.Missing.Should().Equal("procedures");

    private static Dictionary<string, (Resource[] Record, Truth Expected)> Plans => new()
    {
        ["nothing"] = ([], Truth.No),
        ["ordered"] = ([Order("m", "active", Lutetium)], Truth.Yes),
        ["given"] = ([Dose("m", "2026-10-01", Lutetium)], Truth.No),
        ["intended"] = ([Statement("m", "intended", Lutetium)], Truth.Yes),
        ["requested"] = ([new ServiceRequest { Id = "s", Status = "active", Intent = "order", Code = Words("PRRT cycle 1"), OccurrenceDateTime = "2026-12-01" }], Truth.Yes),
        ["requested for a day that has passed"] =
            ([new ServiceRequest { Id = "s", Status = "active", Intent = "order", Code = Words("PRRT cycle 1"), OccurrenceDateTime = "2026-10-01" }], Truth.No),
        ["referred for assessment"] = ([new ServiceRequest { Id = "s", Status = "active", Intent = "order", Code = Words("PRRT assessment") }], Truth.No),
        ["booked"] = ([new Appointment { Id = "a", Status = "booked", Description = "Lutathera", Start = "2026-12-01T08:00:00Z" }], Truth.Yes),
        ["in preparation"] = ([Cycle("p", "PRRT", "2026-12-01") with { Status = "preparation" }], Truth.Yes),
    };

    public static TheoryData<string> PlanStories => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(PlanStories))]
    public void Radionuclide_therapy_to_come(string story) =>
        SomeChart.Picture(Plans[story].Record).Prrt.Planned.Test(planned => planned).Should().Be(Plans[story].Expected, story);

    [Fact]
    public void The_next_dose_is_the_earliest_that_names_a_day()
    {
        ServiceRequest Request(string id, string? day) => new() { Id = id, Status = "active", Intent = "order", Code = Words("PRRT"), OccurrenceDateTime = day };

        SomeChart.Picture(Request("a", "2026-12-20"), Request("b", "2026-12-01"), Request("c", null)).Prrt.Next.Value().ToString().Should().Be("2026-12-01");
        SomeChart.Picture(Request("a", "2026-12-20"), Request("b", "2026-10-01")).Prrt.Next.Value().ToString().Should().Be("2026-12-20", "a day that has passed is none");
        SomeChart.Picture(Request("a", null)).Prrt.Next.WhyUnknown.Should().Be(UnknownReason.NotRecorded);
        SomeChart.PictureWithGaps([DataNeed.Appointments]).Prrt.Next.Missing.Should().Equal("appointments");
    }

    private static Procedure Cycle(string id, string name, string day) =>
        new() { Id = id, Status = "completed", Code = Words(name), PerformedDateTime = day };
}
