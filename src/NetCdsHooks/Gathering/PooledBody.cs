using System.Buffers;

namespace NetCdsHooks.Gathering;

/// <summary>A whole body in rented memory. Wiped when given back, for it holds patient data.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private PooledBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads to the end.</summary>
    /// <param name="expected">Number of bytes announced, null when unknown.</param>
    /// <returns>Null when there are more than <paramref name="limit"/> bytes.</returns>
    internal static async Task<PooledBody?> ReadAsync(Stream stream, long? expected, int limit, CancellationToken cancellation)
    {
        if (expected > limit)
            return null;
        var body = new PooledBody((int)(expected + 1 ?? FirstSize));
        try
        {
            while (await body.ReadMoreAsync(stream, cancellation))
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length == 0)
            return;
        GiveBack(_buffer, _length);
        _buffer = [];
        _length = 0;
    }

    private async Task<bool> ReadMoreAsync(Stream stream, CancellationToken cancellation)
    {
        if (_length == _buffer.Length)
            Grow();
        var count = await stream.ReadAsync(_buffer.AsMemory(_length), cancellation);
        _length += count;
        return count > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.CopyTo(larger);
        GiveBack(_buffer, _length);
        _buffer = larger;
    }

    private static void GiveBack(byte[] buffer, int used)
    {
        buffer.AsSpan(0, used).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
