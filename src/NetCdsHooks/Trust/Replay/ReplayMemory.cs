using System.Security.Cryptography;
using System.Text;

namespace NetCdsHooks.Trust.Replay;

/// <summary>The memory of one process. Holds fingerprints, never tokens; forgets them when the tokens expire.</summary>
/// <param name="capacity">Tokens remembered at one time, about 60 bytes each.</param>
internal sealed class ReplayMemory(TimeProvider time, int capacity = ReplayMemory.UsualCapacity) : IReplayMemory
{
    internal const int UsualCapacity = 1_000_000;

    private readonly Lock _lock = new();
    private readonly HashSet<UInt128> _used = [];
    private readonly PriorityQueue<UInt128, DateTimeOffset> _byExpiry = new();

    internal int Count
    {
        get
        {
            lock (_lock)
                return _used.Count;
        }
    }

    public ValueTask<TokenUse> TryUseAsync(string issuer, string jti, DateTimeOffset expires)
    {
        var token = Fingerprint(issuer, jti);
        lock (_lock)
        {
            Forget(time.GetUtcNow());
            if (_used.Contains(token))
                return new(TokenUse.Repeated);
            if (_used.Count >= capacity)
                return new(TokenUse.NoRoom);
            _used.Add(token);
            _byExpiry.Enqueue(token, expires);
            return new(TokenUse.First);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var token, out var expires) && expires <= now)
        {
            _used.Remove(token);
            _byExpiry.Dequeue();
        }
    }

    /// <summary>The length of the issuer stands in front, so that no two pairs read alike.</summary>
    private static UInt128 Fingerprint(string issuer, string jti)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.Length}:{issuer}{jti}"), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
