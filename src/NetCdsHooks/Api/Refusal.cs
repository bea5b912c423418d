using System.Collections.Immutable;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Api;

/// <summary>A call that is not answered with cards. Becomes an OperationOutcome; nothing in it is of the patient.</summary>
/// <param name="status">HTTP status by the table of CDS Hooks 2.4.</param>
/// <param name="code">A code of FHIR's issue types.</param>
/// <param name="text">What is wrong, for whoever reads the client's log.</param>
/// <param name="diagnostics">The key or member concerned, and why.</param>
internal sealed class Refusal(int status, string code, string text, string? diagnostics = null) : Exception(text)
{
    internal int Status => status;

    internal string? Diagnostics => diagnostics;

    internal OutcomeBody ToOutcome() => new(ImmutableArray.Create(new OutcomeIssue(code, new(Message), diagnostics)));

    internal static Refusal NotJson(string detail) =>
        new(StatusCodes.Status400BadRequest, "structure", "The body is not JSON that a CDS Hooks call can be.", detail);

    internal static Refusal BadMember(string member, string found, string accepted) =>
        new(StatusCodes.Status400BadRequest, found == Missing ? "required" : "value",
            $"The member '{member}' of the call is not usable.", $"{member}: found {found}; accepted: {accepted}");

    /// <summary>Says nothing about why (J-20).</summary>
    internal static Refusal NotTrusted() =>
        new(StatusCodes.Status401Unauthorized, "login", "The call did not come with a token that is trusted here.");

    internal static Refusal NotAllowed() =>
        new(StatusCodes.Status403Forbidden, "forbidden", "This client may not use what is at this address.");

    internal static Refusal NotNow() =>
        new(StatusCodes.Status503ServiceUnavailable, "transient", "The call cannot be judged at the moment; send it again later.");

    internal static Refusal UnknownService(string? hint = null) =>
        new(StatusCodes.Status404NotFound, "not-found", "There is no CDS service at this address.",
            hint ?? $"Services here: {string.Join(", ", CdsService.All.Select(service => service.Id))}.");

    internal static Refusal WrongVerb(string method, string allowed) =>
        new(StatusCodes.Status405MethodNotAllowed, "not-supported", $"{method} is not supported at this address.", $"Allowed: {allowed}");

    internal static Refusal TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-long", $"The body is larger than {limit} bytes.");

    internal static Refusal TooMany(string member, int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-long", $"The member '{member}' holds more than {limit} items.");

    internal static Refusal NotKept() =>
        new(StatusCodes.Status503ServiceUnavailable, "transient", "The feedback cannot be kept at the moment; send it again later.");

    internal static Refusal WrongMediaType(string? found) =>
        new(StatusCodes.Status415UnsupportedMediaType, "not-supported", "The body must be JSON in UTF-8.",
            $"Content-Type: found {(string.IsNullOrEmpty(found) ? Missing : "another one")}; accepted: application/json");

    internal static Refusal Compressed() =>
        new(StatusCodes.Status415UnsupportedMediaType, "not-supported", "The body must not be compressed.",
            "Content-Encoding: found another one; accepted: none, or identity");

    internal static Refusal NoProblemList(string why) =>
        new(StatusCodes.Status412PreconditionFailed, "incomplete", "The problem list is needed and could not be obtained.",
            $"Prefetch key 'conditions': {why}");

    internal static Refusal Defect(string traceId) =>
        new(StatusCodes.Status500InternalServerError, "exception",
            "The service failed; no advice was worked out for this call.", $"Look for {traceId} in the log of the service.");

    /// <summary>What is said of a member that is absent, null or blank.</summary>
    internal const string Missing = "nothing";
}
