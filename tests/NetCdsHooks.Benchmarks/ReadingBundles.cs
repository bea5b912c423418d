using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NetCdsHooks.Clinical.Fhir;

namespace NetCdsHooks.Benchmarks;

/// <summary>What the typed reading of a searchset costs beside the bare parsing of the same bytes.</summary>
[MemoryDiagnoser]
public class ReadingBundles
{
    private byte[] _json = [];

    [Params(10, 200)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void Write() => _json = SampleBundle.OfObservations(Resources);

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using var document = JsonDocument.Parse(_json);
        return document.RootElement.GetProperty("entry").GetArrayLength();
    }

    [Benchmark]
    public int Read() => ((Bundle)JsonSerializer.Deserialize(_json, FhirJson.Default.Resource)!).Entry.Length;
}
