using System.Net;

namespace NetCdsHooks.Tests.Support;

/// <summary>A way in which a FHIR server fails.</summary>
internal abstract record FhirFault
{
    private FhirFault()
    {
    }

    /// <summary>An error status with an OperationOutcome.</summary>
    /// <param name="RetryAfter">The header of that name.</param>
    internal sealed record Status(HttpStatusCode Code, string? RetryAfter = null) : FhirFault;

    /// <summary>Says nothing until the caller gives up.</summary>
    internal sealed record Hang : FhirFault;

    /// <summary>200 with an OperationOutcome in place of the data.</summary>
    internal sealed record OutcomeAsSuccess : FhirFault;

    /// <summary>200 with FHIR JSON that breaks off.</summary>
    internal sealed record BrokenJson : FhirFault;

    /// <summary>200 with the login page of a proxy.</summary>
    internal sealed record Html : FhirFault;

    /// <summary>302 to the same path on another host.</summary>
    internal sealed record RedirectTo(Uri Host) : FhirFault;

    /// <summary>The first page is well and names a next one, which answers 500.</summary>
    internal sealed record NextPageFails : FhirFault;

    /// <summary>The first page is well and names a next one on another host.</summary>
    internal sealed record NextPageAt(Uri Host) : FhirFault;

    /// <summary>Every page names one more.</summary>
    internal sealed record EndlessPages : FhirFault;
}
