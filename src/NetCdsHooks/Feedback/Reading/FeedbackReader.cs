using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Api;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback.Reading;

/// <summary>From a body to items. A body that is none is refused as a whole; a bad item spoils only itself (F-12).</summary>
internal static class FeedbackReader
{
    internal const int MaxBodyBytes = 1024 * 1024;
    internal const int MaxItems = 1000;

    private const int MaxDepth = 32;

    /// <exception cref="Refusal">400, 413 or 415.</exception>
    internal static async Task<FeedbackBatch> ReadAsync(HttpRequest http)
    {
        RequestReader.RequirePlainJson(http);
        using var body = await PooledBody.ReadAsync(http.Body, http.ContentLength, MaxBodyBytes, http.HttpContext.RequestAborted)
            ?? throw Refusal.TooLarge(MaxBodyBytes);
        return Read(body.Bytes);
    }

    /// <exception cref="Refusal">400 or 413.</exception>
    internal static FeedbackBatch Read(ReadOnlySpan<byte> body)
    {
        using var json = Parse(body);
        var list = ListOf(json.RootElement);
        if (list.GetArrayLength() > MaxItems)
            throw Refusal.TooMany("feedback", MaxItems);
        var items = ImmutableArray.CreateBuilder<FeedbackItem>();
        var refused = ImmutableArray.CreateBuilder<RefusedItem>();
        var place = 0;
        foreach (var item in list.EnumerateArray())
        {
            try
            {
                items.Add(ItemReader.Read(item));
            }
            catch (ItemFault fault)
            {
                refused.Add(new(place, fault.Message));
            }

            place++;
        }

        return new(items.ToImmutable(), refused.ToImmutable());
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            var json = JsonDocument.ParseValue(ref reader);
            return reader.Read() ? throw new JsonException() : json;
        }
        catch (JsonException exception)
        {
            throw Refusal.NotJson($"line {exception.LineNumber + 1}");
        }
    }

    private static JsonElement ListOf(JsonElement root)
    {
        const string member = "feedback";
        const string accepted = "an array of items";
        if (root.ValueKind != JsonValueKind.Object)
            throw Refusal.BadMember(member, ItemFault.KindOf(root) + " around it", $"an object that holds it, {accepted}");
        return ItemReader.Member(root, member) switch
        {
            { ValueKind: JsonValueKind.Array } list => list,
            null => throw Refusal.BadMember(member, Refusal.Missing, accepted),
            var other => throw Refusal.BadMember(member, ItemFault.KindOf(other), accepted),
        };
    }
}
