using Microsoft.AspNetCore.Http.HttpResults;
using NetCdsHooks.Api;
using NetCdsHooks.Feedback.Reading;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback;

/// <summary>What clinicians did with cards (CDS Hooks 2.11).</summary>
internal sealed partial class FeedbackEndpoint(
    KnowledgeStore knowledge, FeedbackMatcher matcher, IFeedbackStore store, TimeProvider time, ILogger<FeedbackEndpoint> logger)
{
    private const int MaxFaultsLogged = 20;

    /// <summary>Answers when every good item is kept for good.</summary>
    /// <exception cref="Refusal">The body as a whole is of no use, or cannot be kept.</exception>
    internal async Task<JsonHttpResult<FeedbackAnswer>> GiveAsync(string id, string client, HttpContext http)
    {
        var service = knowledge.Current.Find(id) ?? throw Refusal.UnknownService();
        var batch = await FeedbackReader.ReadAsync(http.Request);
        var now = time.GetUtcNow();
        var entries = batch.Items.Select(item => matcher.Match(item, client, service.Definition.Id, now)).ToArray();
        try
        {
            await store.KeepAsync(entries);
        }
        catch (FeedbackStoreException)
        {
            throw Refusal.NotKept();
        }

        Tell(service.Definition.Id, client, batch, entries);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new FeedbackAnswer(entries.Length, batch.Refused.IsEmpty ? null : batch.Refused), FeedbackJson.Plain.FeedbackAnswer);
    }

    private void Tell(string service, string client, FeedbackBatch batch, FeedbackEntry.Given[] entries)
    {
        LogKept(service, client, entries.Length, entries.Count(entry => entry.Match != CardMatch.Known), batch.Items.Count(item => item.WasConverted));
        if (!batch.Refused.IsEmpty)
            LogRefused(service, client, batch.Refused.Length, string.Join("; ", batch.Refused.Take(MaxFaultsLogged).Select(item => $"item {item.Item}, {item.Problem}")));
    }

    [LoggerMessage(LogLevel.Information,
        "Feedback to {Service} from {Client}: {Count} item(s) kept, {Unmatched} of them about no card known here, {Converted} with a time that was not in UTC")]
    private partial void LogKept(string service, string client, int count, int unmatched, int converted);

    [LoggerMessage(LogLevel.Warning, "Feedback to {Service} from {Client}: {Count} item(s) refused: {Faults}")]
    private partial void LogRefused(string service, string client, int count, string faults);
}
