using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NetCdsHooks.Feedback.Uuids;

/// <summary>
/// What the uuid of a shown card, or of one of its suggestions, carries. It is a UUID of version 8 (RFC 9562), whose 122 free
/// bits are, from the left:
/// <code>
/// 24  card     first bits of SHA-256 of the card's id, so that the first six digits name the card
/// 18  version  major, minor and patch of the card file, 6 bits each; all ones when one of them is above 62
///  4  service  place of the service in discovery
///  6  part     0 for the card, 1 for its first suggestion, ...
/// 38  number   counts the cards that a process has shown, from a random start: what makes a uuid unique
/// 32  tag      first bits of HMAC-SHA256 of the 90 bits before, under the site's key
/// </code>
/// Nothing of the patient or of the call is in it. A card and its suggestions share their number.
/// </summary>
/// <param name="Card">Code of the card's id, see <see cref="CodeOf"/>.</param>
/// <param name="Version">Version of the card file; null when it does not fit.</param>
/// <param name="Service">Place in <see cref="Hooks.CdsService.All"/>.</param>
internal readonly record struct CardUuid(uint Card, CardVersion? Version, int Service, int Part, ulong Number)
{
    internal const int MaxPart = (1 << PartBits) - 1;
    internal const ulong MaxNumber = (1UL << NumberBits) - 1;

    private const int CardBits = 24;
    private const int ServiceBits = 4;
    private const int PartBits = 6;
    private const int NumberBits = 38;
    private const int TagBits = 32;

    /// <summary>The bits in front of the tag, as the tag is worked out over them.</summary>
    internal UInt128 Content
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Part, MaxPart);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Service, 1 << ServiceBits);
            UInt128 bits = Card;
            bits = (bits << CardVersion.Bits) | CardVersion.Pack(Version);
            bits = (bits << ServiceBits) | (uint)Service;
            bits = (bits << PartBits) | (uint)Part;
            return (bits << NumberBits) | Number;
        }
    }

    internal static CardUuid FromContent(UInt128 content)
    {
        var number = Take(ref content, NumberBits);
        var part = Take(ref content, PartBits);
        var service = Take(ref content, ServiceBits);
        var version = CardVersion.Unpack((uint)Take(ref content, CardVersion.Bits));
        return new((uint)content, version, (int)service, (int)part, number);
    }

    /// <summary>Puts content and tag around the bits that RFC 9562 fixes.</summary>
    internal static Guid Join(UInt128 content, uint tag)
    {
        var bits = (content << TagBits) | tag;
        var custom = ((bits >> 74) << 80) | (((bits >> 62) & 0xFFF) << 64) | (bits & ((UInt128.One << 62) - 1));
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, custom | ((UInt128)8 << 76) | ((UInt128)2 << 62));
        return new(bytes, bigEndian: true);
    }

    /// <returns>False for a UUID of another version or variant.</returns>
    internal static bool TrySplit(Guid uuid, out UInt128 content, out uint tag)
    {
        Span<byte> bytes = stackalloc byte[16];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        var all = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var bits = ((all >> 80) << 74) | (((all >> 64) & 0xFFF) << 62) | (all & ((UInt128.One << 62) - 1));
        (content, tag) = (bits >> TagBits, (uint)bits);
        return uuid.Version == 8 && bytes[8] >> 6 == 2;
    }

    internal static uint CodeOf(string cardId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(cardId), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) >> (32 - CardBits);
    }

    private static ulong Take(ref UInt128 bits, int count)
    {
        var taken = (ulong)(bits & ((UInt128.One << count) - 1));
        bits >>= count;
        return taken;
    }
}
