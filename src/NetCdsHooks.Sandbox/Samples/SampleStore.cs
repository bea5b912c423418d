using Microsoft.Extensions.Options;

namespace NetCdsHooks.Sandbox.Samples;

/// <summary>The samples of today: read once, moved once a day, replaced whole.</summary>
internal sealed class SampleStore(ISampleSource source, TimeProvider time, IOptions<SandboxOptions> options)
{
    private readonly Lazy<SampleSet> _written = new(() => SampleReader.Read(source.Read()));
    private volatile SampleSet? _moved;

    public SampleSet Today
    {
        get
        {
            var today = options.Value.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            var moved = _moved;
            if (moved is null || moved.AsOf != today)
                _moved = moved = _written.Value.MovedTo(today);
            return moved;
        }
    }
}
