using Microsoft.AspNetCore.Http;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>A request that gets an OperationOutcome instead of data. <c>Code</c> is a FHIR issue type.</summary>
internal sealed class FhirRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static FhirRefusal NotFound(string message) => new(StatusCodes.Status404NotFound, "not-found", message);

    public static FhirRefusal Invalid(string message) => new(StatusCodes.Status400BadRequest, "invalid", message);

    public static FhirRefusal NotSupported(int status, string message) => new(status, "not-supported", message);
}
