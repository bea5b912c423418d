using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Tests.Logic;

public class PartialDateTests
{
    private static readonly TimeZoneInfo East = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(5), "east", "east");

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31", "2024")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "2024-02")]
    [InlineData("2025-02", "2025-02-01", "2025-02-28", "2025-02")]
    [InlineData("2024-05-31", "2024-05-31", "2024-05-31", "2024-05-31")]
    [InlineData(" 2024-05-31 ", "2024-05-31", "2024-05-31", "2024-05-31")]
    [InlineData("2024-05-31T10:00:00Z", "2024-05-31", "2024-05-31", "2024-05-31")]
    [InlineData("2024-05-31T10:00:00.123+02:00", "2024-05-31", "2024-05-31", "2024-05-31")]
    [InlineData("2024-05-31T10:00", "2024-05-31", "2024-05-31", "2024-05-31")]
    public void A_date_means_every_day_that_it_can_be(string text, string first, string last, string printed)
    {
        PartialDate.TryParse(text, TimeZoneInfo.Utc, out var date).Should().BeTrue();

        date.First.Should().Be(DateOnly.Parse(first));
        date.Last.Should().Be(DateOnly.Parse(last));
        date.ToString().Should().Be(printed);
    }

    [Theory]
    [InlineData("2024-05-31T23:30:00Z", "2024-06-01")]
    [InlineData("2024-05-31T23:30:00+05:00", "2024-05-31")]
    [InlineData("2024-05-31T23:30:00-05:00", "2024-06-01")]
    [InlineData("2024-05-31T23:30:00", "2024-05-31")]
    public void A_moment_becomes_the_day_of_the_site(string text, string day)
    {
        PartialDate.TryParse(text, East, out var date).Should().BeTrue();

        date.Should().Be(PartialDate.Of(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2024-13")]
    [InlineData("2025-02-29")]
    [InlineData("31.05.2024")]
    [InlineData("20240531")]
    [InlineData("2024-05-31X10:00")]
    public void What_is_no_date_is_refused(string text) =>
        PartialDate.TryParse(text, TimeZoneInfo.Utc, out _).Should().BeFalse();

    [Fact]
    public void An_exact_day_is_later_than_the_month_that_ends_on_it()
    {
        PartialDate.TryParse("2024-05", TimeZoneInfo.Utc, out var month);

        PartialDate.Of(new(2024, 5, 31)).CompareTo(month).Should().BePositive();
    }
}
