using System.Text.Json;
using System.Text.RegularExpressions;
using NetCdsHooks.Sandbox.Fhir;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>Turns the files of the samples into one set, or names every fault of every file in one message.</summary>
internal sealed partial class SampleReader
{
    /// <summary>The day the samples are written for.</summary>
    public static readonly DateOnly WrittenFor = new(2026, 11, 21);

    private readonly List<string> _faults = [];
    private readonly List<Sample> _samples = [];
    private readonly Dictionary<(string Type, string Id), (SampleResource Resource, string Place)> _resources = [];

    private SampleReader()
    {
    }

    public static SampleSet Read(IEnumerable<SampleFile> files)
    {
        var reader = new SampleReader();
        foreach (var sample in files.GroupBy(file => file.Sample).OrderBy(group => group.Key, StringComparer.Ordinal))
            reader.ReadSample(sample.Key, sample.ToDictionary(file => file.Name));

        return reader._faults.Count == 0
            ? new SampleSet(WrittenFor, reader._samples, reader._resources.Values.Select(found => found.Resource))
            : throw new InvalidDataException("The samples cannot be read:\n" + string.Join('\n', reader._faults));
    }

    private void ReadSample(string name, Dictionary<string, SampleFile> files)
    {
        if (!files.TryGetValue(SampleFile.BundleName, out var bundle) || !files.TryGetValue(SampleFile.StoryName, out var story))
        {
            _faults.Add($"{name}: found {string.Join(", ", files.Keys)}; a sample needs {SampleFile.BundleName} and {SampleFile.StoryName}.");
            return;
        }

        var resources = ReadBundle(bundle).ToList();
        var patients = resources.Where(resource => resource.Type == "Patient").ToList();
        if (patients is [var patient])
            _samples.Add(new Sample(name, patient, story.Text, [.. ReadCalls(patient.Id, files.Values)]));
        else
            _faults.Add($"{bundle.Path}: found {patients.Count} Patient resources; a sample is about exactly one.");
    }

    private IEnumerable<SampleCall> ReadCalls(string patientId, IEnumerable<SampleFile> files)
    {
        foreach (var file in files.Where(file => file.IsCall).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (Parse(file) is not { } call)
                continue;
            if (JsonPath.TextAt(call, "hook") == file.Hook
                && JsonPath.Select(call, "context").Any(context => JsonPath.TextAt(context, "patientId") == patientId))
                yield return new(file.Hook, call);
            else
                _faults.Add($"{file.Path}: a call of the hook '{file.Hook}' about the patient '{patientId}' is expected.");
        }
    }

    private IEnumerable<SampleResource> ReadBundle(SampleFile file)
    {
        if (Parse(file) is not { } bundle)
            yield break;

        if (bundle.ValueKind != JsonValueKind.Object || !bundle.TryGetProperty("entry", out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            _faults.Add($"{file.Path}: no array 'entry'; a FHIR Bundle with resources is expected.");
            yield break;
        }

        foreach (var (index, entry) in entries.EnumerateArray().Index())
            if (ReadEntry($"{file.Path}: entry[{index}].resource", entry) is { } resource)
                yield return resource;
    }

    private JsonElement? Parse(SampleFile file)
    {
        try
        {
            return JsonElement.Parse(file.Text);
        }
        catch (JsonException exception)
        {
            _faults.Add($"{file.Path}: not JSON: {exception.Message}");
            return null;
        }
    }

    private SampleResource? ReadEntry(string place, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("resource", out var json) || json.ValueKind != JsonValueKind.Object
            || !TextAt(json, "resourceType", TypePattern(), out var type)
            || !TextAt(json, "id", IdPattern(), out var id))
        {
            _faults.Add($"{place}: a resource with 'resourceType' and 'id' (letters, digits, '-' and '.', up to 64) is expected.");
            return null;
        }

        var resource = new SampleResource(type, id, json);
        if (_resources.TryAdd((type, id), (resource, place)))
            return resource;

        var earlier = _resources[(type, id)];
        if (JsonElement.DeepEquals(earlier.Resource.Json, json))
            return resource;

        _faults.Add($"{place}: {type}/{id} differs from the one at {earlier.Place}; an id is given once.");
        return null;
    }

    private static bool TextAt(JsonElement json, string member, Regex pattern, out string text)
    {
        text = json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return pattern.IsMatch(text);
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z]*\z")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,64}\z")]
    private static partial Regex IdPattern();
}
