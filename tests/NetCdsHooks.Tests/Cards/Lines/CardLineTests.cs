using NetCdsHooks.Clinical.Cards.Examples;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Cards.Lines;

/// <summary>The worked examples of the cards show everything that the cards were asked to do.</summary>
public class CardLineTests
{
    /// <summary>Cards that are still to be written; shrinks to nothing.</summary>
    private static readonly string[] Awaited =
    [
        "appendix-no-surveillance",
        "belzutifan-vhl-pnet",
        "carcinoid-heart-screening",
        "cga-on-ppi",
        "cga-rising",
        "chemo-low-grade-nonpancreatic",
        "cholecystectomy-consider",
        "clinical-trial-consider",
        "ct-only-no-sstr",
        "duplicate-ssa",
        "ecog-missing-systemic",
        "everolimus-functional-carcinoid",
        "everolimus-nonpancreatic-check",
        "fdg-pet-high-grade",
        "functional-hormone-panel",
        "hereditary-surveillance",
        "hiaa-interference",
        "lanreotide-not-for-resected-stage1",
        "liver-limited-locoregional",
        "men1-family-surveillance",
        "men1-screening-missing",
        "non-approved-agent",
        "nse-in-nec",
        "periop-octreotide-functional",
        "periop-trigger-drugs",
        "pnet-new-symptoms-or-features",
        "pregnancy-antineoplastic",
        "primary-resection-with-liver-mets",
        "primary-site-unknown",
        "prrt-labs",
        "prrt-ssa-timing",
        "prrt-without-sstr",
        "second-tumour-screening",
        "ssa-abrupt-stop",
        "ssa-dose-interval-check",
        "ssa-insulinoma",
        "ssa-monitoring",
        "sstr-pet-ssa-timing",
        "sunitinib-nonpancreatic",
        "surgery-small-pnet",
        "systemic-therapy-without-ki67",
        "targeted-dose-check",
        "telotristat-order-check",
        "tumour-size-missing-pnet",
    ];

    private static IEnumerable<CardLine> Lines =>
        [.. WorkupLines.All, .. SurveillanceLines.All, .. TreatmentLines.All, .. SafetyLines.All, .. CoordinationLines.All];

    [Fact]
    public void Every_card_of_the_lines_is_there() =>
        Lines.Select(line => line.Card).Distinct().Except(TestKnowledge.Base.Cards.Select(card => card.Id)).Should().BeSubsetOf(Awaited);

    [Fact]
    public void Every_card_has_lines_but_those_that_stand_for_others() =>
        TestKnowledge.Base.Cards.Where(card => card is { Merge: null, NamesWhatIsMissing: false }).Select(card => card.Id)
            .Except(Lines.Select(line => line.Card)).Should().BeEmpty();

    [Fact]
    public void The_examples_of_each_card_show_every_line_and_every_value_in_it()
    {
        var examples = TestKnowledge.Base.Examples.ToLookup(example => example.Card.Id);

        Lines.Where(line => examples.Contains(line.Card)).SelectMany(line => line.Missing([.. examples[line.Card]])).Should().BeEmpty();
    }

    [Theory]
    [InlineData("20", true)]
    [InlineData("20.0", true)]
    [InlineData("20.00", true)]
    [InlineData("120", false)]
    [InlineData("20.1", false)]
    [InlineData("1.20", false)]
    [InlineData("200", false)]
    public void A_value_is_met_by_the_same_number_only(string number, bool met) =>
        new CardLine("card", 'B', "", ("20 mm", "fires")).Missing([Named($"B: {number} mm")]).Any().Should().Be(!met);

    private static WorkedExample Named(string name) =>
        new(null!, name, "card.examples.json", "$") { Today = Samples.Day, Chart = [], Hook = Hook.PatientView, Drafts = [], Background = [], Failed = [], CutShort = [], Expected = Truth.Yes };
}
