using System.Security.Cryptography;
using System.Text;

namespace NetCdsHooks.Feedback;

/// <summary>The secret of the site that signs the uuids of cards; all instances of a site share it.</summary>
internal sealed class FeedbackKey
{
    internal const int MinBytes = 32;
    internal const string Accepted = "base64 of at least 32 random bytes, such as 'openssl rand -base64 32' prints";

    private readonly byte[] _secret;

    internal FeedbackKey(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, MinBytes);
        _secret = secret;
    }

    /// <returns>Null when the text is not <see cref="Accepted"/>.</returns>
    internal static FeedbackKey? Parse(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) && count >= MinBytes ? new(bytes[..count]) : null;
    }

    internal byte[] Sign(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_secret, data);

    /// <summary>
    /// Stands for a text that a client made up and that might say anything: equal texts have equal stand-ins, and without
    /// the key none can be traced to its text.
    /// </summary>
    internal string StandIn(string text) => $"text-{Convert.ToHexStringLower(Sign(Encoding.UTF8.GetBytes($"netcdshooks text 1 {text}")).AsSpan(0, 8))}";

    public override string ToString() => nameof(FeedbackKey);
}
