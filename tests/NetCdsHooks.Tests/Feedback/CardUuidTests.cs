using System.Buffers.Binary;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Feedback;

public sealed class CardUuidTests
{
    private static readonly CdsService Service = CdsService.All[3];

    private readonly CardUuids _uuids = new(SomeKey.Value);

    [Fact]
    [Trait("Requirement", "C-01")]
    [Trait("Requirement", "S-02")]
    public void It_is_a_lower_case_uuid_of_version_8_and_never_comes_twice()
    {
        var texts = Enumerable.Range(0, 10_000).Select(_ => _uuids.Write(_uuids.Next(Service, "ki67-missing", "1.0.0"))).ToList();

        texts.Should().OnlyHaveUniqueItems().And.AllSatisfy(text => text.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    }

    [Theory]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("62.61.60", "62.61.60")]
    [InlineData("0.0.0", "0.0.0")]
    [InlineData("1.63.0", null)]
    [InlineData("2026.11.1", null)]
    public void Another_instance_with_the_key_reads_all_that_it_carries(string version, string? carried)
    {
        var text = _uuids.Write(_uuids.Next(Service, "ki67-missing", version) with { Part = CardUuid.MaxPart });

        new CardUuids(SomeKey.Value).TryRead(text, out var uuid).Should().BeTrue();

        uuid.Card.Should().Be(CardUuid.CodeOf("ki67-missing"));
        uuid.Version?.ToString().Should().Be(carried);
        CdsService.All[uuid.Service].Should().Be(Service);
        uuid.Part.Should().Be(CardUuid.MaxPart);
        _uuids.Write(uuid).Should().Be(text);
    }

    [Fact]
    public void Another_key_does_not_read_it() =>
        new CardUuids(SomeKey.Another).TryRead(_uuids.Write(_uuids.Next(Service, "ki67-missing", "1.0.0")), out _).Should().BeFalse();

    [Fact]
    public void With_any_bit_changed_it_is_forged()
    {
        var bytes = Guid.Parse(_uuids.Write(_uuids.Next(Service, "ki67-missing", "1.0.0"))).ToByteArray(bigEndian: true);
        for (var bit = 0; bit < 128; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            _uuids.TryRead(new Guid(changed, bigEndian: true).ToString(), out _).Should().BeFalse("bit {0}", bit);
        }
    }

    [Fact]
    public void No_uuid_of_others_is_taken_for_one_of_ours() =>
        Enumerable.Range(0, 10_000).Select(_ => _uuids.TryRead(Guid.NewGuid().ToString(), out CardUuid _)).Should().NotContain(true);

    [Fact]
    public void A_service_that_does_not_exist_is_no_card_of_ours() =>
        _uuids.TryRead(_uuids.Write(new(1, null, CdsService.All.Length, 0, 7)), out _).Should().BeFalse();

    /// <summary>Story; how a client may write a uuid.</summary>
    public static TheoryData<string, Func<string, string>, bool> Forms => new()
    {
        { "as it was sent", text => text, true },
        { "in capitals", text => text.ToUpperInvariant(), true },
        { "as the models of HL7 write it", text => $"urn:uuid:{text}", true },
        { "in braces", text => $"{{{text}}}", false },
        { "without its lines", text => text.Replace("-", ""), false },
        { "with space around it", text => $" {text}\n", true },
        { "nothing", _ => "", false },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Clients_may_write_it_in_other_ways(string story, Func<string, string> form, bool isRead) =>
        _uuids.TryRead(form(_uuids.Write(_uuids.Next(Service, "ki67-missing", "1.0.0"))), out _).Should().Be(isRead, story);

    [Fact]
    public void The_cards_that_ship_have_codes_of_their_own() =>
        TestKnowledge.Base.Cards.Select(card => CardUuid.CodeOf(card.Id)).Should().OnlyHaveUniqueItems();

    [Fact]
    public void The_layout_is_as_documented()
    {
        var uuid = new CardUuid(0xABCDEF, new(1, 2, 3), 5, 9, 0x2_1234_5678);

        var bits = BinaryPrimitives.ReadUInt128BigEndian(CardUuid.Join(uuid.Content, 0xCAFEBABE).ToByteArray(bigEndian: true));

        var free = ((bits >> 80) << 74) | (((bits >> 64) & 0xFFF) << 62) | (bits & ((UInt128.One << 62) - 1));
        ((uint)(free >> 98)).Should().Be(0xABCDEF);
        ((uint)(free >> 80) & 0x3FFFF).Should().Be((1 << 12) | (2 << 6) | 3);
        ((uint)(free >> 76) & 0xF).Should().Be(5);
        ((uint)(free >> 70) & 0x3F).Should().Be(9);
        ((ulong)(free >> 32) & CardUuid.MaxNumber).Should().Be(0x2_1234_5678);
        ((uint)free).Should().Be(0xCAFEBABE);
    }
}
