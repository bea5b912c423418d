using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetCdsHooks.Commands.Calling;

namespace NetCdsHooks.Commands;

/// <summary><c>call</c>: acts as a CDS client against any CDS Hooks service, and checks and shows its answer.</summary>
internal static class CallCommand
{
    private const int MostPages = 100;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static Command Create()
    {
        var discovery = new Argument<string>("discovery") { Description = "Address of discovery, such as http://localhost:5080/cds-services" };
        var service = new Option<string?>("--service") { Description = "Id of the service; may be left out where there is one only" };
        var hook = new Option<string?>("--hook") { Description = "Hook of the service, where one id is offered under several" };
        var patient = new Option<string>("--patient") { Description = "Id of the patient", DefaultValueFactory = _ => "" };
        var user = new Option<string>("--user") { Description = "Who calls", DefaultValueFactory = _ => "Practitioner/demo" };
        var encounter = new Option<string?>("--encounter") { Description = "Id of the encounter" };
        var context = new Option<string?>("--context") { Description = "JSON file with further members of the context, such as draftOrders and selections" };
        var request = new Option<string?>("--request") { Description = "JSON file with the whole call, sent as it is" };
        var fhir = new Option<string?>("--fhir") { Description = "FHIR server, for prefetch and for the service itself" };
        var fhirToken = new Option<string?>("--fhir-token") { Description = "File with the token for the FHIR server" };
        var noPrefetch = new Option<bool>("--no-prefetch") { Description = "Let the service read for itself" };
        var failed = new Option<string>("--on-failed-prefetch") { Description = "What is sent for a key that the FHIR server does not answer: omit (nothing) or outcome (an OperationOutcome)", DefaultValueFactory = _ => "omit" };
        var pages = new Option<int>("--pages") { Description = "Pages of each search to read and send as one; with 1 the first goes out with its link to the next", DefaultValueFactory = _ => 1 };
        var key = new Option<string?>("--key") { Description = "File with the private key that signs the token of the call: PEM or JWK, EC on P-384 or RSA" };
        var issuer = new Option<string?>("--issuer") { Description = "iss of the token" };
        var keyId = new Option<string?>("--kid") { Description = "kid of the token" };
        var jku = new Option<string?>("--jku") { Description = "jku of the token" };
        var tenant = new Option<string?>("--tenant") { Description = "tenant of the token" };
        var audience = new Option<string?>("--audience") { Description = "aud of the token (default: the address called)" };
        var timeout = new Option<double>("--timeout") { Description = "Seconds to wait for each answer", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "Print the answer as it came" };
        var save = new Option<string?>("--save") { Description = "File to write the answer to" };
        var command = new Command("call", "Calls a CDS service as an EHR would: reads discovery, fills the prefetch, signs, sends, checks the answer and shows the cards.")
        {
            discovery, service, hook, patient, user, encounter, context, request, fhir, fhirToken, noPrefetch, failed, pages, key, issuer, keyId, jku, tenant, audience, timeout, json, save,
        };
        command.SetAction(async parsed =>
        {
            var io = parsed.InvocationConfiguration;
            try
            {
                var options = new CallOptions
                {
                    Discovery = Address(parsed.GetRequiredValue(discovery), "discovery"),
                    Service = parsed.GetValue(service),
                    Hook = parsed.GetValue(hook),
                    Patient = parsed.GetValue(patient) ?? "",
                    User = parsed.GetValue(user)!,
                    Encounter = parsed.GetValue(encounter),
                    ContextFile = parsed.GetValue(context),
                    RequestFile = parsed.GetValue(request),
                    FhirServer = parsed.GetValue(fhir) is { } server ? Address(server, "--fhir") : null,
                    FhirTokenFile = parsed.GetValue(fhirToken),
                    Prefetches = !parsed.GetValue(noPrefetch),
                    SendsOutcomes = parsed.GetValue(failed) is ("omit" or "outcome") and var choice
                        ? choice == "outcome"
                        : throw new CommandException($"--on-failed-prefetch: found {parsed.GetValue(failed)}; accepted: omit, outcome"),
                    Pages = parsed.GetValue(pages) is >= 1 and <= MostPages and var count ? count : throw new CommandException($"--pages: accepted: 1 to {MostPages}"),
                    Token = parsed.GetValue(key) is { } file
                        ? new(file, parsed.GetValue(issuer) ?? throw Without("--issuer"), parsed.GetValue(keyId) ?? throw Without("--kid"),
                            parsed.GetValue(jku), parsed.GetValue(tenant), parsed.GetValue(audience))
                        : null,
                    Timeout = parsed.GetValue(timeout) is > 0 and <= 600 and var seconds
                        ? TimeSpan.FromSeconds(seconds)
                        : throw new CommandException("--timeout: accepted: more than 0 and up to 600 seconds"),
                };
                return await RunAsync(options, parsed.GetValue(json), parsed.GetValue(save), io.Output, io.Error);
            }
            catch (CommandException exception)
            {
                await io.Error.WriteLineAsync(Plain.Of(exception.Message));
                return 2;
            }
        });
        return command;
    }

    /// <returns>0 for an answer that keeps the rules, 1 for a refusal or an answer that breaks some.</returns>
    private static async Task<int> RunAsync(CallOptions options, bool json, string? save, TextWriter output, TextWriter progress)
    {
        using var http = new HttpExchange(options.Timeout);
        using var signer = options.Token is { } token ? TokenSigner.Open(token) : null;
        var reply = await new CdsClient(options, http, signer, TimeProvider.System, progress).CallAsync();
        var faults = reply is { IsSuccess: true, Json: { } answer } ? AnswerRules.Broken(answer).ToArray() : [];
        var text = reply.Json?.ToJsonString(Indented) ?? "";
        if (save is not null)
            await SaveAsync(save, text);
        if (json)
            await output.WriteLineAsync(text);
        else
            AnswerPrinter.Write(reply, faults, output);
        if (json)
            foreach (var fault in faults)
                await progress.WriteLineAsync($"rule {Plain.Of(fault.ToString())}");
        return reply is { Status: 200, Json: JsonObject } && faults.Length == 0 ? 0 : 1;
    }

    private static async Task SaveAsync(string file, string text)
    {
        try
        {
            await File.WriteAllTextAsync(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--save: {file} cannot be written: {exception.Message}");
        }
    }

    private static Uri Address(string given, string name) => Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new CommandException($"{name}: found {given}; accepted: an http or https address");

    private static CommandException Without(string option) => new($"{option}: found nothing; accepted: a text, wherever --key is given");
}
