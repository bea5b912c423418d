using System.Text.Json;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

public sealed class DateShiftTests
{
    public static TheoryData<string, string, int, string> Moves => new()
    {
        { "a day", "2026-11-21", 1, "2026-11-22" },
        { "a day back", "2026-11-21", -21, "2026-10-31" },
        { "end of a month", "2026-01-31", 1, "2026-02-01" },
        { "end of a year", "2026-12-31", 1, "2027-01-01" },
        { "a leap day to a common year", "2024-02-29", 365, "2025-02-28" },
        { "into a leap day", "2028-02-28", 1, "2028-02-29" },
        { "a moment in UTC", "2026-11-20T23:30:00Z", 2, "2026-11-22T23:30:00Z" },
        { "a moment keeps time, fraction and offset", "2026-10-31T08:30:15.250+02:00", 1, "2026-11-01T08:30:15.250+02:00" },
        { "a month moves from its middle: stays", "2026-03", 15, "2026-03" },
        { "a month moves from its middle: next", "2026-03", 16, "2026-04" },
        { "a month moves from its middle: before", "2026-03", -16, "2026-02" },
        { "a month over the year's end", "2026-12", 30, "2027-01" },
        { "a year stays for half a year", "2025", 182, "2025" },
        { "a year moves after half a year", "2025", 183, "2026" },
        { "a year moves back", "2025", -183, "2024" },
        { "a day that does not exist stays", "2026-02-30", 1, "2026-02-30" },
        { "the end of time stays", "9999-12-31", 1, "9999-12-31" },
        { "a text stays", "approx. 2025", 400, "approx. 2025" },
        { "a time of day stays", "14:30:00", 400, "14:30:00" },
        { "a date with a line break is no date", "2025\n", 400, "2025\n" },
    };

    public static TheoryData<string, string, string> Members => new()
    {
        { "birth date", """{"birthDate":"2025-01-01"}""", """{"birthDate":"2025-01-11"}""" },
        { "any choice of date", """{"valueDateTime":"2025-01-01","onsetDateTime":"2025-01-01","effectiveInstant":"2025-01-01T00:00:00Z"}""", """{"valueDateTime":"2025-01-11","onsetDateTime":"2025-01-11","effectiveInstant":"2025-01-11T00:00:00Z"}""" },
        { "a period", """{"period":{"start":"2025-01-01","end":"2025-01-31"}}""", """{"period":{"start":"2025-01-11","end":"2025-02-10"}}""" },
        { "a list of moments", """{"event":["2025-01-01","2025-01-31"]}""", """{"event":["2025-01-11","2025-02-10"]}""" },
        { "meta and notes", """{"meta":{"lastUpdated":"2025-01-01T00:00:00Z"},"note":[{"time":"2025-01-01","text":"2025-01-01"}]}""", """{"meta":{"lastUpdated":"2025-01-11T00:00:00Z"},"note":[{"time":"2025-01-11","text":"2025-01-01"}]}""" },
        { "value as text", """{"valueString":"2025"}""", """{"valueString":"2025"}""" },
        { "onset as text", """{"onsetString":"2025"}""", """{"onsetString":"2025"}""" },
        { "identifier", """{"identifier":[{"value":"2025-01"}]}""", """{"identifier":[{"value":"2025-01"}]}""" },
        { "code and version", """{"code":"2093-12","version":"2025"}""", """{"code":"2093-12","version":"2025"}""" },
        { "id and reference", """{"id":"2025","reference":"2025"}""", """{"id":"2025","reference":"2025"}""" },
        { "numbers and words as written", """{"value":2.50,"flag":true,"none":null,"text":"5 µg < 10"}""", """{"value":2.50,"flag":true,"none":null,"text":"5 µg < 10"}""" },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_date_moves_by_days_and_keeps_its_precision(string story, string written, int days, string expected) =>
        DateShift.Move(written, days).Should().Be(expected, story);

    [Theory]
    [MemberData(nameof(Members))]
    public void Only_members_that_hold_dates_are_moved(string story, string written, string expected) =>
        DateShift.Apply(JsonElement.Parse(written), 10).GetRawText().Should().Be(expected, story);
}
