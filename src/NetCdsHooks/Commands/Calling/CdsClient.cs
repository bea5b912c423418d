using System.Text.Json.Nodes;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Calls a CDS service as an EHR would: discovery, prefetch, the call itself.</summary>
internal sealed class CdsClient(CallOptions options, HttpExchange http, TokenSigner? signer, TimeProvider time, TextWriter progress)
{
    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="CommandException">The call cannot be made; it says what would do.</exception>
    internal async Task<Reply> CallAsync()
    {
        var reply = await http.GetAsync(options.Discovery, signer?.Sign(options.Discovery, time.GetUtcNow()));
        if (reply.Status is 401 or 403)
        {
            await progress.WriteLineAsync($"GET {options.Discovery}");
            return reply;
        }

        var service = Choose(reply);
        var address = new Uri($"{options.Discovery.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString((string)service["id"]!)}");
        var body = options.RequestFile is { } file ? WithServer(InputFile.Object(file)) : await BuildAsync(service);
        await progress.WriteLineAsync($"POST {address}");
        return await http.PostAsync(address, body, signer?.Sign(address, time.GetUtcNow()));
    }

    /// <summary>A call from a file names its own FHIR server, or the one of the options.</summary>
    private JsonObject WithServer(JsonObject call)
    {
        if (options.FhirServer is not { } server || call.ContainsKey("fhirServer"))
            return call;
        call["fhirServer"] = server.AbsoluteUri.TrimEnd('/');
        if (options.FhirTokenFile is { } file)
        {
            var token = InputFile.Token(file);
            http.Hide(token);
            call["fhirAuthorization"] = Authorization(token);
        }

        return call;
    }

    private JsonObject Choose(Reply reply)
    {
        if (!reply.IsSuccess || reply.Json is not JsonObject discovery || discovery["services"] is not JsonArray services)
            throw new CommandException($"{options.Discovery}: found status {reply.Status} without a list of services; accepted: the address of discovery, which ends in /cds-services");
        var all = services.OfType<JsonObject>().Where(service => Text(service, "id") is not null && Text(service, "hook") is not null).ToArray();
        var named = options.Service is { } id ? [.. all.Where(service => Text(service, "id") == id)] : all;
        var wanted = options.Hook is { } hook ? [.. named.Where(service => Text(service, "hook") == hook)] : named;
        if (wanted.Length == 1)
            return wanted[0];
        var isHook = named.Length > 0 && (options.Hook is not null ? wanted.Length == 0 : options.Service is not null);
        throw isHook ? Unclear("--hook", options.Hook, named, "hook") : Unclear("--service", options.Service, wanted.Length > 0 ? wanted : all, "id");
    }

    /// <summary>One id may be offered under several hooks (D-12).</summary>
    private static CommandException Unclear(string option, string? found, JsonObject[] services, string member) =>
        new($"{option}: found {found ?? "nothing"}; accepted: {string.Join(", ", services.Select(service => Text(service, member)).Distinct())}");

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
                body["prefetch"] = await new PrefetchReader(options, server, fhirToken, http, time, progress).ReadAsync(templates, context);
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

    private static string? Text(JsonObject from, string member) => from[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
