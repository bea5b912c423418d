using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NetCdsHooks.Sandbox.Fhir;

/// <summary>One resource on the wire.</summary>
internal sealed class FhirResult(int status, Action<Utf8JsonWriter> write) : IResult
{
    private const string ContentType = "application/fhir+json; charset=utf-8";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static FhirResult Ok(Action<Utf8JsonWriter> write) => new(StatusCodes.Status200OK, write);

    public static FhirResult Outcome(FhirRefusal refusal) => new(refusal.Status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "OperationOutcome");
        writer.WriteStartArray("issue");
        writer.WriteStartObject();
        writer.WriteString("severity", "error");
        writer.WriteString("code", refusal.Code);
        writer.WriteString("diagnostics", refusal.Message);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Writing);
        write(writer);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
