using System.Buffers.Binary;
using System.Security.Cryptography;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Feedback.Uuids;

/// <summary>
/// Writes the uuids of cards and suggestions and reads them back, on any instance that has the same key and after any restart
/// (C-01, S-02). Cards that are shown twice get two uuids, so only the uuids of two equal calls differ.
/// </summary>
internal sealed class CardUuids(FeedbackKey key)
{
    private static readonly byte[] Purpose = "netcdshooks card uuid 1"u8.ToArray();

    private long _number = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>For a card that is about to be shown; its suggestions have the same with another part.</summary>
    internal CardUuid Next(CdsService service, string cardId, string version) => new(
        CardUuid.CodeOf(cardId),
        CardVersion.Of(version),
        CdsService.All.IndexOf(service),
        Part: 0,
        (ulong)Interlocked.Increment(ref _number) & CardUuid.MaxNumber);

    internal string Write(CardUuid uuid) => CardUuid.Join(uuid.Content, TagOf(uuid.Content)).ToString();

    /// <param name="card">Uuid of the card, as <see cref="Write"/> wrote it.</param>
    /// <param name="place">Of the suggestion on it, from 0.</param>
    internal string OfSuggestion(string card, int place) =>
        TryRead(card, out var uuid) ? Write(uuid with { Part = place + 1 }) : throw new ArgumentException("No uuid of this site.", nameof(card));

    /// <summary>Reads a uuid in any case, with or without <c>urn:uuid:</c>.</summary>
    /// <returns>False for whatever was not written with this key.</returns>
    internal bool TryRead(string text, out CardUuid uuid)
    {
        uuid = default;
        const string urn = "urn:uuid:";
        var digits = text.StartsWith(urn, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(urn.Length) : text;
        if (!Guid.TryParseExact(digits, "D", out var guid) || !CardUuid.TrySplit(guid, out var content, out var tag) || tag != TagOf(content))
            return false;
        uuid = CardUuid.FromContent(content);
        return uuid.Service < CdsService.All.Length;
    }

    private uint TagOf(UInt128 content)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, content);
        return BinaryPrimitives.ReadUInt32BigEndian(key.Sign([.. Purpose, .. bytes]));
    }
}
