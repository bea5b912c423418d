using System.Text;
using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Hosting;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>Bodies of every size, in pieces of every size.</summary>
public sealed class PooledBodyTests
{
    /// <summary>Length of the body; bytes of one read; whether the length is announced.</summary>
    public static TheoryData<int, int, bool> Sizes => new()
    {
        { 0, 10, true },
        { 1, 1, true },
        { 16_383, 1000, false },
        { 16_384, 16_384, false },
        { 16_385, 7, false },
        { 81_920, 100_000, false },
        { 1_048_575, 4096, true },
        { 1_048_577, 4096, true },
        { 3_000_000, 65_536, false },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_body_is_read_as_it_was_sent(int length, int piece, bool isAnnounced)
    {
        var sent = new byte[length];
        new Random(17).NextBytes(sent);

        using var body = await PooledBody.ReadAsync(new Pieces(sent, piece), isAnnounced ? length : null, 5_000_000, CancellationToken.None);

        body!.Length.Should().Be(length);
        body.Bytes.SequenceEqual(sent).Should().BeTrue();
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(1001, false)]
    public async Task A_body_above_the_limit_is_none(int length, bool isAnnounced)
    {
        using var body = await PooledBody.ReadAsync(new Pieces(new byte[length], 100), isAnnounced ? length : null, 1000, CancellationToken.None);

        (body is null).Should().Be(length > 1000);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public async Task A_long_Bundle_is_parsed_across_its_pieces(int entries)
    {
        using var body = await BodyOf(Bundle(entries));

        body.Parse(FhirJson.Default.Resource).Should().BeOfType<Bundle>()
            .Which.Entry.Select(entry => entry.Resource!.Id).Should().Equal(Enumerable.Range(0, entries).Select(number => $"ö-{number}"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public async Task A_byte_order_mark_does_no_harm(int entries)
    {
        using var body = await BodyOf("\uFEFF" + Bundle(entries));

        body.Parse(FhirJson.Default.Resource).Should().BeOfType<Bundle>().Which.Entry.Should().HaveCount(entries);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public async Task What_follows_it_makes_it_unreadable(int entries)
    {
        using var body = await BodyOf(Bundle(entries) + "{}");

        body.Invoking(text => text.Parse(FhirJson.Default.Resource)).Should().Throw<JsonException>();
    }

    private static string Bundle(int entries) =>
        SomeJson.Bundle(Enumerable.Range(0, entries).Select(number => SomeJson.Tumour(id: $"ö-{number}"))).ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<PooledBody> BodyOf(string text) =>
        (await PooledBody.ReadAsync(new Pieces(Encoding.UTF8.GetBytes(text), 1500), null, 5_000_000, CancellationToken.None))!;

    /// <summary>A stream that gives no more than so many bytes at once.</summary>
    private sealed class Pieces(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
