using System.Text.Json.Nodes;
using NetCdsHooks.Gathering;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Calls a CDS service as an EHR would: discovery, prefetch, the call itself.</summary>
internal sealed class CdsClient(CallOptions options, HttpExchange http, TokenSigner? signer, TimeProvider time, TextWriter progress)
{
    /// <summary>Most keys that a service may ask for.</summary>
    private const int MostKeys = 100;

    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="CommandException">The call cannot be made; it says what would do.</exception>
    internal async Task<Reply> CallAsync()
    {
        var service = await DiscoverAsync();
        var address = new Uri($"{options.Discovery.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString((string)service["id"]!)}");
        var body = options.RequestFile is { } file ? InputFile.Object(file) : await BuildAsync(service);
        await progress.WriteLineAsync($"POST {address}");
        return await http.PostAsync(address, body, signer?.Sign(address, time.GetUtcNow()));
    }

    private async Task<JsonObject> DiscoverAsync()
    {
        var reply = await http.GetAsync(options.Discovery, signer?.Sign(options.Discovery, time.GetUtcNow()));
        if (!reply.IsSuccess || reply.Json is not JsonObject discovery || discovery["services"] is not JsonArray services)
            throw new CommandException($"{options.Discovery}: found status {reply.Status} without a list of services; accepted: the address of discovery, which ends in /cds-services");
        var all = services.OfType<JsonObject>().Where(service => Text(service, "id") is not null && Text(service, "hook") is not null).ToArray();
        var wanted = options.Service is { } id ? all.Where(service => Text(service, "id") == id).ToArray() : all;
        return wanted.Length == 1
            ? wanted[0]
            : throw new CommandException(
                $"--service: found {(options.Service is null ? "nothing" : options.Service)}; accepted: {string.Join(", ", all.Select(service => Text(service, "id")))}");
    }

    private async Task<JsonObject> BuildAsync(JsonObject service)
    {
        var context = Context();
        var body = new JsonObject
        {
            ["hook"] = Text(service, "hook"),
            ["hookInstance"] = Guid.NewGuid().ToString(),
            ["context"] = context,
        };
        var fhirToken = options.FhirTokenFile is { } file ? InputFile.Token(file) : null;
        if (options.FhirServer is { } server)
        {
            body["fhirServer"] = server.AbsoluteUri.TrimEnd('/');
            if (fhirToken is not null)
            {
                http.Hide(fhirToken);
                body["fhirAuthorization"] = Authorization(fhirToken);
            }

            if (options.Prefetches && service["prefetch"] is JsonObject templates)
                body["prefetch"] = await PrefetchAsync(templates, context, server, fhirToken);
        }

        return body;
    }

    private JsonObject Context()
    {
        if (options.Patient.Length == 0)
            throw new CommandException("--patient: found nothing; accepted: the id of a patient, or a whole call with --request");
        var context = options.ContextFile is { } file ? InputFile.Object(file) : [];
        context["patientId"] = options.Patient;
        context["userId"] ??= options.User;
        if (options.Encounter is { } encounter)
            context["encounterId"] = encounter;
        return context;
    }

    private JsonObject Authorization(string token) => new()
    {
        ["access_token"] = token,
        ["token_type"] = "Bearer",
        ["expires_in"] = 300,
        ["scope"] = "patient/*.read",
        ["subject"] = "netcdshooks-call",
        ["patient"] = options.Patient,
    };

    /// <summary>A key that cannot be read is left out, as the specification has it.</summary>
    private async Task<JsonObject> PrefetchAsync(JsonObject templates, JsonObject context, Uri server, string? token)
    {
        if (templates.Count > MostKeys)
            throw new CommandException($"prefetch: found {templates.Count} keys; accepted: up to {MostKeys}");
        var resolver = new TemplateResolver(context, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var prefetch = new JsonObject();
        foreach (var (key, template) in templates)
        {
            try
            {
                prefetch[key] = await ReadAsync(resolver.Resolve(template is JsonValue ? template.ToString() : "").Query, server, token);
            }
            catch (CommandException exception)
            {
                await progress.WriteLineAsync($"prefetch {Plain.Of(key)}: left out, {Plain.Of(exception.Message)}");
            }
        }

        return prefetch;
    }

    /// <exception cref="CommandException">There is nothing for this key.</exception>
    private async Task<JsonNode> ReadAsync(string? query, Uri server, string? token)
    {
        if (query is null)
            throw new CommandException("a token of it has no value");
        var folder = $"{server.AbsoluteUri.TrimEnd('/')}/";
        if (!Uri.TryCreate(folder + query, UriKind.Absolute, out var address) || !address.AbsoluteUri.StartsWith(folder, StringComparison.Ordinal) || address.AbsoluteUri == folder)
            throw new CommandException("it leads to no resource of the FHIR server");
        var reply = await http.GetAsync(address, token, "application/fhir+json");
        return reply is { IsSuccess: true, Json: JsonObject found }
            ? found.DeepClone()
            : throw new CommandException($"the FHIR server answered {reply.Status}{(reply.IsSuccess ? " with no JSON object" : "")}");
    }

    private static string? Text(JsonObject from, string member) => from[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
