using System.Globalization;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

public sealed class SurveillanceCalendarTests
{
    private static readonly DueInterval General = new(3, 6);
    private static readonly DueInterval HighGrade = new(2, 3);
    private static readonly DueInterval Resected = new(6, 12);
    private static readonly DueInterval Longest = new(null, 12);
    private static readonly DueInterval EachVisit = new(null, 6, DueState.Due);

    public static TheoryData<string, string, int, string> MonthEnds => new()
    {
        { "a plain day keeps its number", "2026-02-28", 3, "2026-05-28" },
        { "31 August and six months ends in February", "2025-08-31", 6, "2026-02-28" },
        { "31 August and six months ends on a leap day", "2023-08-31", 6, "2024-02-29" },
        { "31 August and a year", "2025-08-31", 12, "2026-08-31" },
        { "a leap day and a year", "2024-02-29", 12, "2025-02-28" },
        { "a leap day and two years", "2024-02-29", 24, "2026-02-28" },
        { "31 January and a month", "2026-01-31", 1, "2026-02-28" },
        { "31 March and three months", "2026-03-31", 3, "2026-06-30" },
        { "28 February does not jump to the end", "2026-02-28", 6, "2026-08-28" },
        { "across the new year", "2026-11-30", 3, "2027-02-28" },
        { "eighteen months", "2025-05-21", 18, "2026-11-21" },
    };

    [Theory]
    [MemberData(nameof(MonthEnds))]
    public void Calendar_months_are_added_and_clamped_to_the_end_of_the_month(string story, string day, int months, string expected) =>
        SurveillanceCalendar.AddMonths(Day(day), months).Should().Be(Day(expected), story);

    public static TheoryData<string, string, string, string, string> States => new()
    {
        { "G1/G2, the day before the window", "2026-02-28", "P3", "2026-05-27", "NotDue" },
        { "G1/G2, first day of the window", "2026-02-28", "P3", "2026-05-28", "Due" },
        { "G1/G2, last day of the window", "2026-02-28", "P3", "2026-08-28", "Due" },
        { "G1/G2, the day after the window", "2026-02-28", "P3", "2026-08-29", "Overdue" },
        { "resected, 31 August, before the window", "2025-08-31", "P5", "2026-02-27", "NotDue" },
        { "resected, 31 August, first day", "2025-08-31", "P5", "2026-02-28", "Due" },
        { "resected, 31 August, last day", "2025-08-31", "P5", "2026-08-31", "Due" },
        { "resected, 31 August, a day late", "2025-08-31", "P5", "2026-09-01", "Overdue" },
        { "high grade, a day late", "2026-08-20", "P1", "2026-11-21", "Overdue" },
        { "high grade, CT 100 days ago", "2026-08-13", "P1", "2026-11-21", "Overdue" },
        { "G1 metastatic, CT 60 days ago", "2026-09-22", "P3", "2026-11-21", "NotDue" },
        { "longest interval, 11 months ago", "2025-12-21", "P7", "2026-11-21", "NotDue" },
        { "longest interval, last day", "2025-11-21", "P7", "2026-11-21", "NotDue" },
        { "longest interval, a day late", "2025-11-20", "P7", "2026-11-21", "Overdue" },
        { "longest interval, 13 months ago", "2025-10-21", "P7", "2026-11-21", "Overdue" },
        { "each visit, six months to the day", "2026-05-21", "visit", "2026-11-21", "NotDue" },
        { "each visit, six months and a day", "2026-05-20", "visit", "2026-11-21", "Due" },
        { "each visit is never overdue", "2020-01-01", "visit", "2026-11-21", "Due" },
        { "vague month, earliest day due", "2026-08", "P3", "2026-11-01", "Due" },
        { "vague month, a day before the earliest is due", "2026-08", "P3", "2026-10-31", "NotDue" },
        { "vague month, not overdue while its latest day is not", "2026-05", "P3", "2026-11-30", "Due" },
        { "vague month, overdue when its latest day is", "2026-05", "P3", "2026-12-01", "Overdue" },
        { "vague year, overdue only after its last day", "2025", "P3", "2026-06-30", "Due" },
        { "vague year, overdue", "2025", "P3", "2026-07-01", "Overdue" },
        { "vague year under the longest interval", "2025", "P7", "2026-12-31", "NotDue" },
        { "vague month at each visit, due by its earliest day", "2026-05", "visit", "2026-11-02", "Due" },
        { "imaged today", "2026-11-21", "P1", "2026-11-21", "NotDue" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void The_state_follows_the_window_with_both_ends_included(string story, string last, string plan, string today, string expected) =>
        SurveillanceCalendar.StateOf(Partial(last), Interval(plan), Day(today)).ToString().Should().Be(expected, story);

    public static TheoryData<string, string, string, string, string> Wordings => new()
    {
        { "last day of the window", "2026-05-21", "P3", "2026-11-21", "due within 0 days (by 2026-11-21)" },
        { "one day left", "2026-05-22", "P3", "2026-11-21", "due within 1 day (by 2026-11-22)" },
        { "thirty days left", "2026-06-21", "P3", "2026-11-21", "due within 30 days (by 2026-12-21)" },
        { "thirty-one days left", "2026-06-22", "P3", "2026-11-21", "in its window: 2026-09-22 to 2026-12-22" },
        { "one day late", "2026-08-20", "P1", "2026-11-21", "1 day overdue" },
        { "thirteen days late", "2026-05-08", "P3", "2026-11-21", "13 days overdue" },
        { "fourteen days late", "2026-05-07", "P3", "2026-11-21", "2 weeks overdue" },
        { "twenty days late", "2026-05-01", "P3", "2026-11-21", "2 weeks overdue" },
        { "sixty days late", "2026-03-22", "P3", "2026-11-21", "8 weeks overdue" },
        { "sixty-one days late", "2026-03-21", "P3", "2026-11-21", "2 months overdue" },
        { "sixty-one days late across two long months", "2026-01-01", "P3", "2026-08-31", "1 month overdue" },
        { "a year late", "2025-05-21", "P3", "2026-11-21", "12 months overdue" },
        { "vague month, late from its latest day", "2026-05", "P3", "2026-12-05", "about 5 days overdue" },
        { "vague month in its window", "2026-08", "P5", "2026-11-21", "not due before about 2027-02-01" },
        { "vague month within the window", "2026-04", "P5", "2026-11-21", "in its window: about 2026-10-01 to about 2027-04-30" },
        { "vague month near the end", "2026-05", "P3", "2026-11-21", "due within about 9 days (by about 2026-11-30)" },
        { "not due", "2026-10-01", "P3", "2026-11-21", "not due before 2027-01-01" },
        { "longest interval not passed", "2026-10-01", "P7", "2026-11-21", "not due; at the latest by 2027-10-01" },
        { "longest interval passed", "2025-10-21", "P7", "2026-11-21", "4 weeks overdue" },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void The_window_is_worded_in_days_weeks_or_months(string story, string last, string plan, string today, string expected) =>
        SurveillanceCalendar.WindowOf(Partial(last), Interval(plan), Day(today)).Wording.Should().Be(expected, story);

    [Fact]
    public void The_window_without_a_lower_bound_has_no_first_day()
    {
        var window = SurveillanceCalendar.WindowOf(Day("2025-10-21"), Longest, Day("2026-11-21"));

        window.From.Should().BeNull();
        window.By.Should().Be(Day("2026-10-21"));
    }

    [Fact]
    public void A_vague_last_date_opens_the_window_early_and_closes_it_late()
    {
        var window = SurveillanceCalendar.WindowOf(Partial("2026-02"), General, Day("2026-11-21"));

        window.From.Should().Be(Day("2026-05-01"));
        window.By.Should().Be(Day("2026-08-28"));
    }

    [Theory]
    [InlineData("UTC", "2026-11-20T23:30:00-05:00", "2026-11-21")]
    [InlineData("America/New_York", "2026-11-20T23:30:00-05:00", "2026-11-20")]
    [InlineData("Asia/Tokyo", "2026-11-20T23:30:00Z", "2026-11-21")]
    [InlineData("Asia/Tokyo", "2026-11-20", "2026-11-20")]
    public void A_moment_becomes_a_day_in_the_zone_of_the_site_and_a_day_stays_itself(string zone, string moment, string expected)
    {
        PartialDate.TryParse(moment, TimeZoneInfo.FindSystemTimeZoneById(zone), out var date).Should().BeTrue();

        SurveillanceCalendar.WindowOf(date, General, Day("2026-11-21")).By.Should().Be(Day(expected).AddMonths(6));
    }

    [Fact]
    [Trait("Recommendation", "S000-07")]
    [Trait("Recommendation", "S001-22")]
    [Trait("Recommendation", "S001-23")]
    [Trait("Recommendation", "S001-41")]
    [Trait("Recommendation", "S001-42")]
    [Trait("Recommendation", "S004-23")]
    [Trait("Recommendation", "S004-24")]
    public void Every_plan_has_the_intervals_of_the_table()
    {
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.NoImaging).Should().BeNull();
        TestKnowledge.Intervals.OfMarkers(SurveillancePlan.NoImaging).Should().BeNull();
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.HighGrade).Should().Be(HighGrade);
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.ObservedPancreas).Should().Be(Resected);
        TestKnowledge.Intervals.OfMarkers(SurveillancePlan.ObservedPancreas).Should().Be(EachVisit);
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.Resected).Should().Be(Resected);
        TestKnowledge.Intervals.OfMarkers(SurveillancePlan.Resected).Should().Be(Resected);
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.GeneralG1G2).Should().Be(General);
        TestKnowledge.Intervals.OfMarkers(SurveillancePlan.GeneralG1G2).Should().Be(General);
        TestKnowledge.Intervals.OfImaging(SurveillancePlan.Longest).Should().Be(Longest);
        TestKnowledge.Intervals.ReceptorImaging.Should().Be(new DueInterval(18, 24));
    }

    public static TheoryData<string, string, string> ReceptorStates => new()
    {
        { "17 months ago", "2025-06-21", "NotDue" },
        { "a day short of 18 months", "2025-05-22", "NotDue" },
        { "18 months ago", "2025-05-21", "Due" },
        { "20 months ago", "2025-03-21", "Due" },
        { "24 months ago", "2024-11-21", "Due" },
        { "24 months and a day ago", "2024-11-20", "Overdue" },
    };

    [Theory]
    [MemberData(nameof(ReceptorStates))]
    [Trait("Recommendation", "S001-43")]
    [Trait("Recommendation", "S004-25")]
    public void Receptor_imaging_is_due_from_18_to_24_months(string story, string last, string expected) =>
        SurveillanceCalendar.StateOf(Day(last), TestKnowledge.Intervals.ReceptorImaging, Day("2026-11-21")).ToString().Should().Be(expected, story);

    public static TheoryData<string, string[], string, string?> Bookings => new()
    {
        { "nothing ordered", [], "None", null },
        { "ordered in ten days", ["2026-12-01"], "Scheduled", "2026-12-01" },
        { "thirty days from today, though the window has passed", ["2026-12-21"], "Scheduled", "2026-12-21" },
        { "thirty-one days from today", ["2026-12-22"], "BookedLate", "2026-12-22" },
        { "no date", ["-"], "OrderedUndated", null },
        { "one without a date and one in time", ["-", "2026-12-01"], "Scheduled", "2026-12-01" },
        { "one without a date and one too late", ["-", "2027-05-01"], "BookedLate", "2027-05-01" },
        { "the earlier of two counts", ["2027-05-01", "2026-12-01"], "Scheduled", "2026-12-01" },
        { "a vague month that may lie too late", ["2026-12"], "BookedLate", "2026-12" },
        { "a booked day that has passed is only an order", ["2026-10-01"], "OrderedUndated", null },
        { "booked today", ["2026-11-21"], "Scheduled", "2026-11-21" },
    };

    [Theory]
    [MemberData(nameof(Bookings))]
    public void A_booking_is_in_time_until_the_end_of_the_window_or_thirty_days_from_today(
        string story, string[] dates, string expected, string? date)
    {
        var studies = dates.Select(text => text == "-" ? (PartialDate?)null : Partial(text));

        var booked = BookedFollowUp.Of(studies, dueBy: Day("2026-11-01"), today: Day("2026-11-21"));

        booked.FollowUp.ToString().Should().Be(expected, story);
        booked.Date?.ToString().Should().Be(date, story);
    }

    [Fact]
    public void A_booking_by_the_end_of_a_later_window_is_in_time() =>
        BookedFollowUp.Of([Day("2027-04-30")], Day("2027-04-30"), Day("2026-11-21"))
            .FollowUp.Should().Be(FollowUp.Scheduled);

    private static DueInterval Interval(string plan) => plan switch
    {
        "P1" => HighGrade,
        "P3" => General,
        "P5" => Resected,
        "P7" => Longest,
        _ => EachVisit,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PartialDate Partial(string text) =>
        PartialDate.TryParse(text, TimeZoneInfo.Utc, out var date) ? date : throw new ArgumentException(text, nameof(text));
}
