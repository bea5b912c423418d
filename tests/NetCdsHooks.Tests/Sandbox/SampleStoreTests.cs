using Microsoft.Extensions.Options;
using NetCdsHooks.Sandbox;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Tests.Sandbox;

public sealed class SampleStoreTests
{
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "no story", "ada/bundle.json", InventedSamples.Ada, "ada: found order-sign.json, bundle.json; a sample needs bundle.json and story.md." },
        { "broken JSON", "mallory/bundle.json", "{", "mallory/bundle.json: not JSON" },
        { "no entries", "mallory/bundle.json", "{}", "mallory/bundle.json: no array 'entry'; a FHIR Bundle with resources is expected." },
        { "nobody", "mallory/bundle.json", """{"entry":[]}""", "mallory/bundle.json: found 0 Patient resources; a sample is about exactly one." },
        { "no id", "mallory/bundle.json", """{"entry":[{"resource":{"resourceType":"Patient"}}]}""", "mallory/bundle.json: entry[0].resource: a resource with 'resourceType' and 'id'" },
        { "an id that is no id", "mallory/bundle.json", """{"entry":[{"resource":{"resourceType":"Patient","id":"a'b"}}]}""", "mallory/bundle.json: entry[0].resource: a resource with 'resourceType' and 'id'" },
        { "a call that is named for another hook", "ada/order-select.json", """{"hook":"order-sign","context":{"patientId":"ada"}}""", "ada/order-select.json: a call of the hook 'order-select' about the patient 'ada' is expected." },
        { "a call about another patient", "ada/order-sign.json", """{"hook":"order-sign","context":{"patientId":"bob"}}""", "ada/order-sign.json: a call of the hook 'order-sign' about the patient 'ada' is expected." },
        { "a call that is no JSON", "ada/order-sign.json", "{", "ada/order-sign.json: not JSON" },
        { "an id twice", "mallory/bundle.json", """{"entry":[{"resource":{"resourceType":"Patient","id":"ada"}}]}""", "mallory/bundle.json: entry[0].resource: Patient/ada differs from the one at ada/bundle.json: entry[0].resource" },
    };

    [Fact]
    public void The_samples_follow_the_calendar_of_the_host()
    {
        var clock = new FixedClock { Now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) };
        var store = new SampleStore(new InventedSamples(), clock, Options.Create(new SandboxOptions()));

        var first = store.Today;
        var again = store.Today;
        clock.Now = clock.Now.AddDays(1);
        var nextDay = store.Today;

        Dated(first).Should().Be("2026-11-02");
        again.Should().BeSameAs(first, "one day is moved once");
        Dated(nextDay).Should().Be("2026-11-03", "each day is moved from what was written");
    }

    [Fact]
    public void A_given_day_wins_over_the_clock()
    {
        var clock = new FixedClock { Now = new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero) };
        var store = new SampleStore(new InventedSamples(), clock, Options.Create(new SandboxOptions { AsOf = new DateOnly(2026, 12, 1) }));

        Dated(store.Today).Should().Be("2026-11-11");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_sample_is_named(string story, string path, string text, string message)
    {
        var files = new InventedSamples().Read()
            .Where(file => file.Path != path && (story != "no story" || file.Name != SampleFile.StoryName))
            .Append(new SampleFile(path, text));

        var read = () => SampleReader.Read(files);

        read.Should().Throw<InvalidDataException>().WithMessage($"The samples cannot be read:\n*{message}*", story);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var read = () => SampleReader.Read([new("a/bundle.json", "{"), new("a/story.md", ""), new("b/story.md", "")]);

        read.Should().Throw<InvalidDataException>().WithMessage("*a/bundle.json: not JSON*b: found story.md*");
    }

    [Fact]
    public void The_embedded_samples_can_be_read()
    {
        var samples = SampleReader.Read(new EmbeddedSampleSource().Read());

        samples.Samples.Should().OnlyContain(sample => sample.Name == sample.Patient.Id, "the folder is named for the patient");
    }

    private static string? Dated(SampleSet samples) =>
        samples.Find("Observation", "mallory-cga")!.Json.GetProperty("effectiveDateTime").GetString();

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
