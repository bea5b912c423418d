using System.Text.Json;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Keys;

/// <summary>Reads a JWK Set.</summary>
internal static class KeySetReader
{
    private const int MostKeys = 100;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>One that the site wrote down: whatever is wrong with it is a problem.</summary>
    internal static KeySet ReadStrictly(JsonNodeReader node)
    {
        var keys = new List<ClientKey>();
        foreach (var item in node.Object("keys")?.Required("keys")?.Items() ?? [])
            try
            {
                keys.Add(KeyReader.Read(item.Value));
            }
            catch (FormatException exception)
            {
                item.Reject("a public key for signatures as a JSON Web Key", $"a key that cannot be used: {exception.Message}");
            }

        foreach (var repeated in keys.GroupBy(key => key.Id).Where(same => same.Count() > 1))
            node.Reject("each \"kid\" once", $"the kid \"{repeated.Key}\" {repeated.Count()} times");
        if (keys.Count == 0)
            node.Reject("at least one usable key", "none");
        return new(keys);
    }

    /// <summary>One that a client publishes: keys of no use to us are passed over.</summary>
    /// <returns>Null when it is no key set.</returns>
    internal static KeySet? ReadPublished(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("keys", out var keys)
                && keys.ValueKind == JsonValueKind.Array
                && keys.GetArrayLength() <= MostKeys
                    ? new(keys.EnumerateArray().Select(ReadOrPassOver).OfType<ClientKey>())
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ClientKey? ReadOrPassOver(JsonElement key)
    {
        try
        {
            return KeyReader.Read(key);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
