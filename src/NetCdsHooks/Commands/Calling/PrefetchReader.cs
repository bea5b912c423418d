using System.Text.Json.Nodes;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Commands.Calling;

/// <summary>Reads from the FHIR server what a service wants to be sent along.</summary>
internal sealed class PrefetchReader(CallOptions options, Uri server, string? token, HttpExchange http, TimeProvider time, TextWriter progress)
{
    /// <summary>Most keys that a service may ask for.</summary>
    private const int MostKeys = 100;

    private readonly string _folder = $"{server.AbsoluteUri.TrimEnd('/')}/";

    /// <summary>A key that cannot be asked for is left out; one that was asked for in vain, too, unless its outcome is wanted (P-05).</summary>
    internal async Task<JsonObject> ReadAsync(JsonObject templates, JsonObject context)
    {
        if (templates.Count > MostKeys)
            throw new CommandException($"prefetch: found {templates.Count} keys; accepted: up to {MostKeys}");
        var resolver = new TemplateResolver(context, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var prefetch = new JsonObject();
        foreach (var (key, template) in templates)
        {
            try
            {
                var address = Address(resolver.Resolve(template is JsonValue ? template.ToString() : "").Query);
                var found = await GetAsync(address);
                await AddPagesAsync(found, address, Plain.Of(key));
                prefetch[key] = found;
            }
            catch (PrefetchFailed failed) when (options.SendsOutcomes && failed.Outcome is { } outcome)
            {
                prefetch[key] = outcome;
                await progress.WriteLineAsync($"prefetch {Plain.Of(key)}: an OperationOutcome instead, {Plain.Of(failed.Message)}");
            }
            catch (PrefetchFailed failed)
            {
                await progress.WriteLineAsync($"prefetch {Plain.Of(key)}: left out, {Plain.Of(failed.Message)}");
            }
        }

        return prefetch;
    }

    private Uri Address(string? query)
    {
        if (query is null)
            throw new PrefetchFailed("a token of it has no value");
        return Uri.TryCreate(_folder + query, UriKind.Absolute, out var address) && address.AbsoluteUri.StartsWith(_folder, StringComparison.Ordinal) && address.AbsoluteUri != _folder
            ? address
            : throw new PrefetchFailed("it leads to no resource of the FHIR server");
    }

    private async Task<JsonObject> GetAsync(Uri address)
    {
        Reply reply;
        try
        {
            reply = await http.GetAsync(address, token, "application/fhir+json");
        }
        catch (CommandException exception)
        {
            throw new PrefetchFailed(exception.Message, PrefetchFailed.OutcomeOf("transient", "The FHIR server did not answer."));
        }

        if (reply is { IsSuccess: true, Json: JsonObject found })
            return (JsonObject)found.DeepClone();
        var reason = $"the FHIR server answered {reply.Status}{(reply.IsSuccess ? " with no JSON object" : "")}";
        throw new PrefetchFailed(reason, reply.Json is JsonObject told && told["resourceType"]?.ToJsonString() == "\"OperationOutcome\""
            ? (JsonObject)told.DeepClone()
            : PrefetchFailed.OutcomeOf(reply.Status == 404 ? "not-found" : "exception", reason));
    }

    /// <summary>
    /// Appends what further pages hold, as many as are wanted. The link to the page after the last stays, so that a service sees that there is more and can read on.
    /// </summary>
    private async Task AddPagesAsync(JsonObject found, Uri address, string key)
    {
        var seen = new HashSet<Uri>();
        for (var page = 2; page <= options.Pages && NextOf(found) is { } link; page++)
        {
            if (!Uri.TryCreate(address, (string?)link["url"], out var next) || next.GetLeftPart(UriPartial.Authority) != server.GetLeftPart(UriPartial.Authority))
            {
                await progress.WriteLineAsync($"prefetch {key}: page {page} not read, it is not on the FHIR server");
                return;
            }

            if (!seen.Add(next))
            {
                await progress.WriteLineAsync($"prefetch {key}: page {page} not read, it was read before");
                return;
            }

            try
            {
                Append(found, await GetPageAsync(next), link);
                address = next;
            }
            catch (PrefetchFailed failed)
            {
                await progress.WriteLineAsync($"prefetch {key}: page {page} not read, {Plain.Of(failed.Message)}");
                return;
            }
        }
    }

    private async Task<JsonObject> GetPageAsync(Uri address) =>
        await GetAsync(address) is var page && Members.Text(page, "resourceType") == "Bundle" ? page : throw new PrefetchFailed("it is no Bundle");

    private static void Append(JsonObject found, JsonObject page, JsonObject link)
    {
        if (page["entry"] is JsonArray further)
        {
            if (found["entry"] is not JsonArray entries)
                found["entry"] = entries = [];
            foreach (var entry in further.ToArray())
            {
                further.Remove(entry);
                entries.Add(entry);
            }
        }

        var links = (JsonArray)found["link"]!;
        if (NextOf(page) is { } next)
            link["url"] = (string?)next["url"];
        else if (links.Count > 1)
            links.Remove(link);
        else
            found.Remove("link");
    }

    private static JsonObject? NextOf(JsonObject bundle) => bundle["link"] is JsonArray links
        ? links.OfType<JsonObject>().FirstOrDefault(link => Members.Text(link, "relation") == "next" && Members.Text(link, "url") is not null)
        : null;
}
