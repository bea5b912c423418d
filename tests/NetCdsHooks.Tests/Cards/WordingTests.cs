using NetCdsHooks.Clinical.Cards.Text;

namespace NetCdsHooks.Tests.Cards;

public class WordingTests
{
    [Theory]
    [Trait("Requirement", "C-04")]
    [InlineData("plain words, 2.5 % - fine", "plain words, 2.5 % - fine")]
    [InlineData("<iframe src=x>", "&lt;iframe src=x&gt;")]
    [InlineData("[a](javascript:x)", "\\[a\\](javascript&#58;x)")]
    [InlineData("![x](http://e.org/p.png)", "\\!\\[x\\](http&#58;//e.org/p.png)")]
    [InlineData("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("# heading\n- item", "\\# heading - item")]
    [InlineData("www.e.org, mail me@e.org, mailto:x", "www&#46;e.org, mail me&#64;e.org, mailto&#58;x")]
    [InlineData("window: 2026-10-10 to 2027-04-10.", "window: 2026-10-10 to 2027-04-10.")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("back\\slash", "back\\\\slash")]
    public void Text_from_a_record_cannot_act_inside_markdown(string text, string escaped) =>
        Markdown.Escape(text).Should().Be(escaped);

    [Fact]
    [Trait("Requirement", "C-02")]
    public void A_long_summary_is_cut_at_a_word_below_140()
    {
        var summary = PlainText.Summary(string.Join(' ', Enumerable.Repeat("carcinoid", 40)));

        summary.Length.Should().BeLessThanOrEqualTo(139);
        summary.Should().EndWith("carcinoid…");
    }

    [Fact]
    [Trait("Requirement", "C-02")]
    public void A_summary_of_one_endless_word_is_cut_inside_it_but_never_inside_a_letter()
    {
        var summary = PlainText.Summary(string.Concat(Enumerable.Repeat("🧬", 200)));

        summary.Length.Should().BeLessThanOrEqualTo(139);
        char.IsHighSurrogate(summary[^2]).Should().BeFalse();
    }

    [Fact]
    public void The_caveat_stays_when_the_summary_is_cut() =>
        PlainText.Summary(new string('a', 60) + " " + new string('b', 100), " (from free text)")
            .Should().EndWith("… (from free text)").And.Subject.Length.Should().BeLessThanOrEqualTo(139);

    [Fact]
    public void Line_breaks_and_control_signs_do_not_reach_a_summary() =>
        PlainText.Summary("Ki-67\n\t 5 %\u0007 found").Should().Be("Ki-67 5 % found");
}
