using NetCdsHooks.Clinical.Cards.Text;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Tests.Trust;

public sealed class PlainDetailTests
{
    /// <summary>Story; Markdown; plain text.</summary>
    public static TheoryData<string, string, string> Texts => new()
    {
        { "emphasis", "**Why this card** and *this*", "Why this card and this" },
        { "code", "(`Condition/net-1`, 2026-01-01)", "(Condition/net-1, 2026-01-01)" },
        { "signs inside code", "`a*b\\c`", "a*b\\c" },
        { "a tick that ends nowhere", "it's ` so", "it's ` so" },
        { "a list", "- one\n- two", "- one\n- two" },
        { "a link", "Source: [A guide](https://example.org/a)", "Source: A guide (https://example.org/a)" },
        { "two links", "[A](https://a.example); [B](https://b.example)", "A (https://a.example); B (https://b.example)" },
        { "brackets that are no link", "[A] and (B)", "[A] and (B)" },
        { "brackets that end nowhere", "[A](B", "[A](B" },
        { "escaped signs", "2\\*3 \\[x\\] a\\_b \\\\", "2*3 [x] a_b \\" },
        { "escaped entities", "&lt;b&gt; &amp;amp; www&#46;x", "<b> &amp; www.x" },
        { "an ampersand", "A & B; C", "A & B; C" },
        { "a limit", "Ki-67 above 20 % — compared: 20 %", "Ki-67 above 20 % — compared: 20 %" },
        { "nothing", "", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    [Trait("Requirement", "C-03")]
    public void Plain_text_says_the_same_without_marks(string story, string markdown, string plain) =>
        PlainDetail.Of(markdown).Should().Be(plain, story);

    /// <summary>Whatever stands in a record comes out as it stood there.</summary>
    [Theory]
    [Trait("Requirement", "C-04")]
    [InlineData("<iframe src=x>")]
    [InlineData("[a](javascript:x)")]
    [InlineData("*_`~#|!{}\\ &lt; $1.50 a@b.c www.x.y http://x")]
    [InlineData("\\`*[x](y)")]
    [InlineData("Ångström ∑ 中文 😀")]
    public void Text_of_a_record_survives(string text) => PlainDetail.Of($"**Name**: {Markdown.Escape(text)}").Should().Be($"Name: {text}");
}
