namespace NetCdsHooks.Sandbox.Samples;

internal interface ISampleSource
{
    IReadOnlyList<SampleFile> Read();
}
