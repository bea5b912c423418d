using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Picture;

public class CareFactsTests
{
    private static readonly Fact<PartialDate> NoSpread = Fact.Unknown<PartialDate>(UnknownReason.NotRecorded);

    public static TheoryData<string, string, string?, MdtReview> Reviews => new()
    {
        { "none ever", "", null, MdtReview.None },
        { "three weeks ago", Board("2026-10-31"), null, MdtReview.Current },
        { "same day as the progression", Board("2026-05-02"), "2026-05-02", MdtReview.Current },
        { "the day before the progression", Board("2026-05-01"), "2026-05-02", MdtReview.Outdated },
        { "after the progression", Board("2026-05-03"), "2026-05-02", MdtReview.Current },
        { "local code", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"coding":[{"system":"http://netcdshooks.example/CodeSystem/net-service","code":"mdt-review"}]}}""", null, MdtReview.Current },
        { "not done", """{"resourceType":"Procedure","status":"not-done","code":{"text":"NET tumour board"}}""", null, MdtReview.None },
        { "observation", """{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-05-01","code":{"text":"MDT recommendation"},"valueString":"surveillance"}""", null, MdtReview.Current },
        { "care plan by title", """{"resourceType":"CarePlan","status":"active","intent":"plan","title":"Multidisciplinary tumor board plan","created":"2026-05-01"}""", null, MdtReview.Current },
        { "activity done", """{"resourceType":"CarePlan","status":"active","intent":"plan","activity":[{"detail":{"status":"completed","code":{"text":"MDT review"},"scheduledString":"2026-05-01"}}]}""", null, MdtReview.Current },
        { "activity scheduled", """{"resourceType":"CarePlan","status":"active","intent":"plan","activity":[{"detail":{"status":"scheduled","code":{"text":"MDT review"},"scheduledPeriod":{"start":"2026-12-01"}}}]}""", null, MdtReview.Planned },
        { "activity cancelled", """{"resourceType":"CarePlan","status":"active","intent":"plan","activity":[{"detail":{"status":"cancelled","code":{"text":"MDT review"}}}]}""", null, MdtReview.None },
        { "revoked plan", """{"resourceType":"CarePlan","status":"revoked","title":"MDT plan"}""", null, MdtReview.None },
        { "booked", """{"resourceType":"Appointment","status":"booked","start":"2026-12-01T09:00:00Z","serviceType":[{"text":"NET MDT"}]}""", null, MdtReview.Planned },
        { "booking cancelled", """{"resourceType":"Appointment","status":"cancelled","start":"2026-12-01T09:00:00Z","serviceType":[{"text":"NET MDT"}]}""", null, MdtReview.None },
        { "booking kept", """{"resourceType":"Appointment","status":"fulfilled","start":"2026-05-01T09:00:00Z","serviceType":[{"text":"NET MDT"}]}""", null, MdtReview.Current },
        { "ordered", """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"NET tumour board review"}}""", null, MdtReview.Planned },
        { "order carried out", """{"resourceType":"ServiceRequest","status":"completed","intent":"order","occurrenceDateTime":"2026-05-01","code":{"text":"NET tumour board review"}}""", null, MdtReview.Current },
        { "MDM of NET", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"NET MDM"}}""", null, MdtReview.Current },
        { "tumour conference", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Tumour conference"}}""", null, MdtReview.Current },
        { "tumor conference", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Tumor conference"}}""", null, MdtReview.Current },
        { "cancer board", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Cancer board review"}}""", null, MdtReview.Current },
        { "German conference", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Interdisziplinäre Tumorkonferenz"}}""", null, MdtReview.Current },
        { "German board", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Tumorboard"}}""", null, MdtReview.Current },
        { "medical decision making", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"MDM, high complexity"}}""", null, MdtReview.None },
        { "declined", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"MDT meeting declined by patient"}}""", null, MdtReview.None },
        { "cancelled board", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Tumour board cancelled"}}""", null, MdtReview.None },
        { "patient who declined", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Patient declined MDT discussion"}}""", null, MdtReview.None },
        { "cancelled in German", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"Tumorkonferenz abgesagt"}}""", null, MdtReview.None },
        { "treatment declined at the board", """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"text":"MDT review: patient declined surgery"}}""", null, MdtReview.Current },
        { "tuberculosis culture", """{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-05-01","code":{"text":"MTB culture"}}""", null, MdtReview.None },
    };

    public static TheoryData<string, string, int?, UnknownReason?> Fitness => new()
    {
        { "score", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"valueInteger":1 """, 1, null },
        { "quantity", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"valueQuantity":{"value":2,"unit":"{score}"} """, 2, null },
        { "string", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"valueString":"ECOG 3" """, 3, null },
        { "coded with a grade", """ "code":{"coding":[{"system":"http://loinc.org","code":"89262-0"}]},"valueCodeableConcept":{"text":"Grade 1 - restricted"} """, 1, null },
        { "coded by its definition", """ "code":{"coding":[{"system":"http://loinc.org","code":"89262-0"}]},"valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9623-5","display":"Restricted in physically strenuous activity"}]} """, 1, null },
        { "out of range", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"valueInteger":9 """, null, UnknownReason.Unusable },
        { "two numbers", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"valueString":"0-1" """, null, UnknownReason.Unusable },
        { "Karnofsky 100", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueInteger":100 """, 0, null },
        { "Karnofsky 90", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueInteger":90 """, 0, null },
        { "Karnofsky 80", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueInteger":80 """, 1, null },
        { "Karnofsky 50", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueInteger":50 """, 2, null },
        { "Karnofsky 40", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueQuantity":{"value":40,"unit":"%"} """, 3, null },
        { "Karnofsky 10", """ "code":{"coding":[{"system":"http://loinc.org","code":"89243-0"}]},"valueInteger":10 """, 4, null },
        { "named only", """ "code":{"text":"ECOG performance status"},"valueInteger":0 """, 0, null },
        { "not performed", """ "code":{"coding":[{"system":"http://loinc.org","code":"89247-1"}]},"dataAbsentReason":{"coding":[{"code":"not-performed"}]} """, null, UnknownReason.NotRecorded },
        { "another score", """ "code":{"text":"Pain score"},"valueInteger":2 """, null, UnknownReason.NotRecorded },
    };

    [Theory]
    [MemberData(nameof(Reviews))]
    public void A_tumour_board_is_current_unless_the_disease_spread_after_it(string story, string resource, string? spread, MdtReview expected)
    {
        var chart = resource.Length == 0 ? EventRecord.With() : EventRecord.With(resource);

        CareFacts.Judge(new(chart), () => spread is null ? NoSpread : Fact.Known<PartialDate>(EventRecord.Day(spread)))
            .Value().Should().Be(expected, story);
    }

    [Fact]
    public void A_new_board_that_is_planned_after_an_outdated_one_is_planned() =>
        CareFacts.Judge(
            new(EventRecord.With(
                Board("2025-01-01"),
                """{"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"NET tumour board review"}}""")),
            () => Fact.Known<PartialDate>(EventRecord.Day("2026-01-01")))
            .Value().Should().Be(MdtReview.Planned);

    [Theory]
    [InlineData(DataNeed.Procedures)]
    [InlineData(DataNeed.CarePlans)]
    [InlineData(DataNeed.Appointments)]
    [InlineData(DataNeed.ServiceRequests)]
    public void A_failed_query_never_means_that_there_was_no_board(DataNeed need)
    {
        var mdts = new MdtRecords(EventRecord.WithGaps([need]));

        CareFacts.Judge(mdts, () => NoSpread).WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
        CareFacts.LastOf(mdts).WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void A_current_board_stays_current_when_a_query_failed_and_an_outdated_one_may_not_be_the_last()
    {
        var mdts = new MdtRecords(EventRecord.WithGaps([DataNeed.CarePlans], Board("2026-05-02")));

        CareFacts.Judge(mdts, () => NoSpread).Value().Should().Be(MdtReview.Current);
        CareFacts.Judge(mdts, () => Fact.Known<PartialDate>(EventRecord.Day("2026-06-01"))).WhyUnknown.Should().Be(UnknownReason.NotRetrieved);
    }

    [Fact]
    public void When_it_is_not_known_whether_the_disease_spread_neither_is_the_board_current()
    {
        var missing = Fact.Missing<PartialDate>(UnknownReason.NotRetrieved, "conditions");

        CareFacts.Judge(new(EventRecord.With(Board("2026-05-02"))), () => missing).Missing.Should().Equal("conditions");
    }

    [Fact]
    public void A_board_in_the_month_of_the_spread_can_be_before_or_after_it() =>
        CareFacts.Judge(new(EventRecord.With(Board("2026-05"))), () => Fact.Known<PartialDate>(EventRecord.Day("2026-05-15")))
            .WhyUnknown.Should().Be(UnknownReason.Unusable);

    [Fact]
    public void The_last_board_is_the_newest() =>
        CareFacts.LastOf(new(EventRecord.With(Board("2024-05-01"), Board("2026-05-02")))).Value().ToString().Should().Be("2026-05-02");

    [Fact]
    public void A_board_in_words_is_free_text_and_one_with_a_code_is_not()
    {
        CareFacts.LastOf(new(EventRecord.With(Board("2026-05-02")))).Confidence().Should().Be(Confidence.FreeText);
        CareFacts.LastOf(new(EventRecord.With(
            """{"resourceType":"Procedure","status":"completed","performedDateTime":"2026-05-01","code":{"coding":[{"system":"http://netcdshooks.example/CodeSystem/net-service","code":"mdt-review"}]}}""")))
            .Confidence().Should().Be(Confidence.Coded);
    }

    [Theory]
    [MemberData(nameof(Fitness))]
    public void The_performance_status_is_read_from_ecog_or_karnofsky(string story, string observation, int? expected, UnknownReason? why)
    {
        var fact = PerformanceStatus.Latest(EventRecord.With($$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-10-01",{{observation}} }"""));

        fact.WhyUnknown.Should().Be(why, story);
        if (expected is { } ecog)
            fact.Value().Should().Be(ecog, story);
    }

    [Fact]
    public void The_latest_performance_status_counts_and_ecog_before_karnofsky() =>
        PerformanceStatus.Latest(EventRecord.With(
            Status("89247-1", 2, "2026-10-01"), Status("89243-0", 100, "2026-10-01"), Status("89247-1", 0, "2025-01-01")))
            .Value().Should().Be(2);

    [Fact]
    public void A_failed_query_leaves_the_performance_status_unknown() =>
        PerformanceStatus.Latest(EventRecord.WithGaps([DataNeed.Status], Status("89247-1", 2, "2026-10-01")))
            .WhyUnknown.Should().Be(UnknownReason.NotRetrieved);

    private static string Board(string date) =>
        $$"""{"resourceType":"Procedure","status":"completed","performedDateTime":"{{date}}","code":{"text":"NET tumor board"} }""";

    private static string Status(string loinc, int value, string date) =>
        $$"""{"resourceType":"Observation","status":"final","effectiveDateTime":"{{date}}","code":{"coding":[{"system":"http://loinc.org","code":"{{loinc}}"}]},"valueInteger":{{value}} }""";
}
