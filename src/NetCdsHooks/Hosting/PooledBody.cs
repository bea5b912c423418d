using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NetCdsHooks.Hosting;

/// <summary>
/// A whole body in rented blocks, so that large ones neither grow by copying nor leave large arrays behind.
/// Wiped when given back, for it holds patient data.
/// </summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private const int NextSize = 64 * 1024;

    /// <summary>Up to here a body whose length is announced comes in one piece.</summary>
    private const int OnePiece = 1024 * 1024;

    private readonly List<byte[]> _blocks = [];
    private int _usedOfLast;
    private byte[]? _joined;

    private PooledBody(long? expected) => Add(expected < OnePiece ? (int)expected + 1 : FirstSize);

    internal int Length { get; private set; }

    /// <summary>In one piece; copied if it came in several.</summary>
    internal ReadOnlySpan<byte> Bytes => _blocks.Count == 1 ? _blocks[0].AsSpan(0, _usedOfLast) : _joined ??= Sequence().ToArray();

    /// <summary>Reads to the end.</summary>
    /// <param name="expected">Number of bytes announced, null when unknown.</param>
    /// <returns>Null when there are more than <paramref name="limit"/> bytes.</returns>
    internal static async Task<PooledBody?> ReadAsync(Stream stream, long? expected, int limit, CancellationToken cancellation)
    {
        if (expected > limit)
            return null;
        var body = new PooledBody(expected);
        try
        {
            while (await body.ReadMoreAsync(stream, cancellation))
                if (body.Length > limit)
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

    /// <summary>Some servers begin with a byte order mark, which is no part of JSON.</summary>
    /// <exception cref="JsonException">It is no JSON, or more than one value.</exception>
    internal T? Parse<T>(JsonTypeInfo<T> type)
    {
        var mark = _blocks[0].AsSpan(0, Math.Min(Length, _blocks[0].Length)).StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
        if (_blocks.Count == 1)
            return JsonSerializer.Deserialize(Bytes[mark..], type);
        var reader = new Utf8JsonReader(Sequence().Slice(mark));
        var value = JsonSerializer.Deserialize(ref reader, type);
        return reader.Read() ? throw new JsonException("More follows the value.") : value;
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
        {
            block.AsSpan().Clear();
            ArrayPool<byte>.Shared.Return(block);
        }

        _blocks.Clear();
        _joined.AsSpan().Clear();
    }

    private async Task<bool> ReadMoreAsync(Stream stream, CancellationToken cancellation)
    {
        if (_usedOfLast == _blocks[^1].Length)
            Add(NextSize);
        var count = await stream.ReadAsync(_blocks[^1].AsMemory(_usedOfLast), cancellation);
        _usedOfLast += count;
        Length += count;
        return count > 0;
    }

    private void Add(int size)
    {
        _blocks.Add(ArrayPool<byte>.Shared.Rent(size));
        _usedOfLast = 0;
    }

    private ReadOnlySequence<byte> Sequence()
    {
        var first = new Segment(_blocks[0], 0);
        var last = first;
        foreach (var block in _blocks.Skip(1))
            last = last.Append(block);
        return new(first, 0, last, _usedOfLast);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        internal Segment(byte[] block, long start) => (Memory, RunningIndex) = (block, start);

        internal Segment Append(byte[] block)
        {
            var next = new Segment(block, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
