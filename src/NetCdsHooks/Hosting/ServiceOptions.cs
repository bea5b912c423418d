using System.ComponentModel.DataAnnotations;
using NetCdsHooks.Feedback;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Hosting;

/// <summary>The settings under <c>NetCdsHooks</c>; as environment variables <c>NetCdsHooks__Name</c>.</summary>
internal sealed class ServiceOptions
{
    internal const string Section = "NetCdsHooks";

    /// <summary>The day taken for today. Development only; by default the clock decides.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>IANA name of the zone in which moments become days.</summary>
    [Required]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Folder of the cards. By default <c>cds-cards</c> beside the program; in Development that of the working directory, if there is one.</summary>
    public string? CardFolder { get; init; }

    /// <summary>Folder in which a site adapts the cards without touching them; none by default.</summary>
    public string? SiteFolder { get; init; }

    /// <summary>The edition of CDS Hooks that is spoken: V2, or V3 for clients that are ready for it.</summary>
    public SpecificationEdition CdsHooks { get; init; } = SpecificationEdition.V2;

    /// <summary>What discovery asks clients to send along.</summary>
    public PrefetchMode PrefetchMode { get; init; } = PrefetchMode.Full;

    /// <summary>Largest body of a call.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Origins of browser-based clients, such as <c>https://ehr.example.org</c>. In Development any origin may call while none is listed.</summary>
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>JSON file of the clients that may call; src/NetCdsHooks/Trust/README.md tells what it holds. Required outside Development.</summary>
    public string? ClientsFile { get; init; }

    /// <summary>Address under which clients reach the service, without <c>/cds-services</c>: what the <c>aud</c> of their tokens begins with.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Whether a proxy in front ends TLS, so that plain http may be listened on.</summary>
    public bool BehindTlsProxy { get; init; }

    /// <summary>Whether discovery needs a token as well (D-15).</summary>
    public bool ProtectDiscovery { get; init; }

    public FeedbackOptions Feedback { get; init; } = new();

    public FhirAccessOptions Fhir { get; init; } = new();
}
