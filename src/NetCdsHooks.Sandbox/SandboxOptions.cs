namespace NetCdsHooks.Sandbox;

public sealed class SandboxOptions
{
    /// <summary>The day the samples are moved to. Null: today, by the host's <see cref="TimeProvider"/>.</summary>
    public DateOnly? AsOf { get; set; }
}
