using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetCdsHooks.Sandbox.Fhir;
using NetCdsHooks.Sandbox.Samples;

namespace NetCdsHooks.Sandbox.Page;

/// <summary>What the page shows of one sample; plain text throughout, encoded where it is put into HTML.</summary>
internal sealed record PatientCard(string Id, string Name, string About, StoryText Story, string Address, ImmutableArray<CallCommand> Commands)
{
    public static PatientCard Of(Sample sample, DateOnly asOf, string origin) => new(
        sample.Patient.Id,
        NameOf(sample.Patient) ?? sample.Name,
        string.Join(", ", ((string?[])[AgeOf(sample.Patient, asOf), JsonPath.TextAt(sample.Patient.Json, "gender")]).OfType<string>()),
        StoryText.Parse(sample.Story),
        $"{origin}/fhir/Patient/{sample.Patient.Id}",
        [CallCommand.OnOpening(sample.Patient.Id, origin), .. sample.Calls.Select(call => CallCommand.Of(call, origin))]);

    private static string? NameOf(SampleResource patient)
    {
        var name = JsonPath.Select(patient.Json, "name").FirstOrDefault();
        var parts = JsonPath.Select(name, "given").Concat(JsonPath.Select(name, "family"))
            .Where(part => part.ValueKind == JsonValueKind.String)
            .Select(part => part.GetString()!);
        return string.Join(' ', parts) is { Length: > 0 } full ? full : JsonPath.TextAt(name, "text");
    }

    private static string? AgeOf(SampleResource patient, DateOnly asOf)
    {
        var written = JsonPath.TextAt(patient.Json, "birthDate");
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
            return written is null ? null : $"born {written}";

        var years = asOf.Year - born.Year - (asOf < born.AddYears(asOf.Year - born.Year) ? 1 : 0);
        return $"{years} years";
    }
}
