using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;

namespace NetCdsHooks.Tests.Picture;

public sealed class DoseReaderTests
{
    /// <summary>Story, JSON of a MedicationRequest without its fixed members, and what is read: low, high, GBq, days, times a day.</summary>
    public static TheoryData<string, string, decimal?, decimal?, decimal?, decimal?, decimal?> Orders => new()
    {
        { "lanreotide in words", Text("120 mg deep SC every 4 weeks"), 120, 120, null, 28, null },
        { "in short", Text("120mg deep s.c. q4w"), 120, 120, null, 28, null },
        { "by days", Text("30 mg IM q28d"), 30, 30, null, 28, null },
        { "every 28 days", Text("LAR 30 mg IM every 28 days"), 30, 30, null, 28, null },
        { "one month counts as 28 days", Text("LAR 30 mg IM monthly"), 30, 30, null, 28, null },
        { "once a month", Text("120 mg once a month"), 120, 120, null, 28, null },
        { "every month", Text("120 mg every month"), 120, 120, null, 28, null },
        { "4-weekly", Text("Lanreotide 120 mg, 4-weekly"), 120, 120, null, 28, null },
        { "number words", Text("20 mg every three weeks"), 20, 20, null, 21, null },
        { "every other day", Text("5 mg every other day"), 5, 5, null, 2, null },
        { "fortnightly", Text("30 mg fortnightly"), 30, 30, null, 14, null },
        { "a range", Text("20-30 mg IM every 4 weeks"), 20, 30, null, 28, null },
        { "a range with units and words", Text("20 mg to 30 mg every 4 weeks"), 20, 30, null, 28, null },
        { "a range of intervals has no single meaning", Text("30 mg every 3-4 weeks"), 30, 30, null, null, null },
        { "telotristat", Text("250 mg three times daily with food"), 250, 250, null, null, 3 },
        { "Latin", Text("250 mg PO TID"), 250, 250, null, null, 3 },
        { "twice", Text("500 mg twice a day"), 500, 500, null, null, 2 },
        { "digits", Text("3 x daily 250 mg"), 250, 250, null, null, 3 },
        { "every 8 hours", Text("250 mg every 8 hours"), 250, 250, null, null, 3 },
        { "q6h", Text("5 mg q6h"), 5, 5, null, null, 4 },
        { "once daily", Text("10 mg by mouth once daily"), 10, 10, null, 1, 1 },
        { "a day's dose", Text("37.5 mg/day"), 37.5m, 37.5m, null, 1, 1 },
        { "decimal comma", Text("37,5 mg daily"), 37.5m, 37.5m, null, 1, 1 },
        { "micrograms", Text("100 micrograms SC three times a day"), 0.1m, 0.1m, null, null, 3 },
        { "the other micro sign", Text("100 μg tds"), 0.1m, 0.1m, null, null, 3 },
        { "pieces of a dose", Text("2 x 5 mg daily"), 10, 10, null, 1, 1 },
        { "the pieces in brackets", Text("10 mg (2 x 5 mg tablets) once daily"), 10, 10, null, 1, 1 },
        { "two tablets of a strength are no dose of that strength", Text("2 tablets 5 mg daily"), null, null, null, 1, 1 },
        { "one tablet is the strength", Text("1 tablet 10 mg daily"), 10, 10, null, 1, 1 },
        { "a tablet named by its strength", Text("10 mg tablet once daily"), 10, 10, null, 1, 1 },
        { "half a tablet", Text("half tablet 10 mg daily"), null, null, null, 1, 1 },
        { "tablets without a strength", Text("2 tablets daily"), null, null, null, 1, 1 },
        { "two doses in one text", Text("10 mg daily, reduce to 5 mg daily if mouth sores"), 5, 10, null, 1, 1 },
        { "for the body surface", Text("200 mg/m2 daily days 1 to 5"), null, null, null, 1, 1 },
        { "for the body weight", Text("5 mg/kg every 2 weeks"), null, null, null, 14, null },
        { "thousands or decimals", Text("1,000 mg daily"), null, null, null, 1, 1 },
        { "no rhythm", Text("120 mg as directed"), 120, 120, null, null, null },
        { "no amount", Text("as directed"), null, null, null, null, null },
        { "activity", Text("7.4 GBq every 8 weeks"), null, null, 7.4m, 56, null },
        { "activity in MBq", Text("7400 MBq"), null, null, 7.4m, null, null },
        { "activity in mCi", Text("200 mCi every 8 weeks"), null, null, 7.4m, 56, null },
        {
            "structured", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":120,"unit":"mg"}}],"timing":{"repeat":{"frequency":1,"period":4,"periodUnit":"wk"}}}]""",
            120, 120, null, 28, null
        },
        {
            "structured, monthly, and a coded unit", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":30,"unit":"milli","system":"http://unitsofmeasure.org","code":"mg"}}],"timing":{"repeat":{"period":1,"periodUnit":"mo"}}}]""",
            30, 30, null, 28, null
        },
        {
            "structured range", """ "dosageInstruction":[{"doseAndRate":[{"doseRange":{"low":{"value":20,"unit":"mg"},"high":{"value":30,"unit":"mg"}}}]}]""",
            20, 30, null, null, null
        },
        {
            "three times a day", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":250,"unit":"mg"}}],"timing":{"repeat":{"frequency":3,"period":1,"periodUnit":"d"}}}]""",
            250, 250, null, null, 3
        },
        {
            "abbreviation", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":250,"unit":"mg"}}],"timing":{"code":{"coding":[{"code":"TID"}]}}}]""",
            250, 250, null, null, 3
        },
        {
            "dose from the text, rhythm from the structure", """ "dosageInstruction":[{"text":"120 mg deep SC","timing":{"repeat":{"frequency":1,"period":28,"periodUnit":"d"}}}]""",
            120, 120, null, 28, null
        },
        {
            "the structure outweighs the text", """ "dosageInstruction":[{"text":"90 mg every 6 weeks","doseAndRate":[{"doseQuantity":{"value":120,"unit":"mg"}}],"timing":{"repeat":{"period":4,"periodUnit":"wk"}}}]""",
            120, 120, null, 28, null
        },
        {
            "tablets as a unit", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet"}}],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}]""",
            null, null, null, 1, 1
        },
        {
            "period of no single length", """ "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":120,"unit":"mg"}}],"timing":{"repeat":{"period":4,"periodMax":6,"periodUnit":"wk"}}}]""",
            120, 120, null, null, null
        },
        {
            "two instructions that differ", """ "dosageInstruction":[{"text":"10 mg every morning"},{"text":"5 mg every evening"}]""",
            null, null, null, 1, 1
        },
        { "a strength in the name is no dose", """ "medicationCodeableConcept":{"text":"Everolimus 5 mg tablet"}""", null, null, null, null, null },
        {
            "a name that is an instruction", """ "medicationCodeableConcept":{"text":"lanreotide 120 mg deep SC every 4 weeks"}""",
            120, 120, null, 28, null
        },
        {
            "the instruction outweighs the name", """ "medicationCodeableConcept":{"text":"lanreotide 120 mg every 4 weeks"},"dosageInstruction":[{"text":"90 mg every 4 weeks"}]""",
            90, 90, null, 28, null
        },
        { "nothing", """ "note":[]""", null, null, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Dose_and_rhythm_of_an_order(
        string story, string members, decimal? low, decimal? high, decimal? gigabecquerel, decimal? intervalDays, decimal? timesPerDay)
    {
        var order = JsonSerializer.Deserialize($$"""{"resourceType":"MedicationRequest","status":"draft",{{members}}}""", FhirJson.Default.Resource);

        var dose = DoseReader.Read(order.Should().BeOfType<MedicationRequest>(story).Which);

        dose.Milligrams.Should().Be(low is { } from ? new Interval<decimal>(from, high!.Value) : (Interval<decimal>?)null, story);
        dose.Gigabecquerel.Should().Be(gigabecquerel is { } activity ? Interval<decimal>.Exactly(activity) : (Interval<decimal>?)null, story);
        dose.IntervalDays.Should().Be(intervalDays, story);
        dose.TimesPerDay.Should().Be(timesPerDay, story);
    }

    [Fact]
    public void The_dose_that_was_given_is_read_from_the_administration() =>
        DoseReader.Read(new MedicationAdministration { Dosage = new() { Dose = new() { Value = 7.3m, Unit = "GBq" } } })
            .Gigabecquerel.Should().Be(Interval<decimal>.Exactly(7.3m));

    private static string Text(string instruction) => $$""" "dosageInstruction":[{"text":"{{instruction}}"}]""";
}
