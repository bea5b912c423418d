using Microsoft.Extensions.Options;

namespace NetCdsHooks.Hosting;

/// <summary>The day at the site.</summary>
internal sealed class SiteClock(TimeProvider time, IOptions<ServiceOptions> options)
{
    internal TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    internal DateOnly Today =>
        options.Value.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
}
