using System.Collections.Immutable;
using System.Text;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Cards.Text;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Cards.Answer;

/// <summary>The detail of a card: why it is shown, what it advises, where that comes from.</summary>
internal static class CardDetail
{
    private const string Footer = "*Decision support from published summaries; verify independently.*";
    private const int MostEvidence = 3;

    internal static string Of(CardDecision decision, ImmutableArray<string> paragraphs)
    {
        var picture = decision.Picture;
        var text = new StringBuilder();
        if (decision.Draft is not null)
            text.Append("**About**: ").Append(Markdown.Escape(FactCatalog.Find("draftName")!.Describe(picture)))
                .Append(" (`").Append(decision.Draft.Resource.Self.Replace('`', '\'')).Append("`)\n\n");
        text.Append("**Why this card** (record as read on ").Append(Define.Day(picture.Today)).Append(")\n\n");
        foreach (var answers in decision.Criteria.Where(answer => answer.Role != CriterionRole.Unless && !IsOfTheCall(answer)).GroupBy(answer => answer.Name))
            text.Append("- ").Append(Reason(answers.First(), [.. answers], picture)).Append('\n');
        return Close(text, decision.Card.Sources, paragraphs);
    }

    /// <summary>What the call says of itself is no reason.</summary>
    private static bool IsOfTheCall(CriterionAnswer answer) => FactCatalog.Find(answer.Name) is { Needs.IsEmpty: true };

    internal static string OfMerged(CardRule card, ClinicalPicture picture, ImmutableArray<ShownCard> members)
    {
        var text = new StringBuilder("**Not found in this record** (as read on ").Append(Define.Day(picture.Today)).Append(")\n\n");
        foreach (var member in members)
            text.Append("- ").Append(member.Indicator == Indicator.Info ? "" : "**!** ").Append(Markdown.Escape(member.Summary)).Append('\n');
        return Close(text, [.. members.SelectMany(member => member.Sources).Distinct()], Paragraphs(card, picture));
    }

    internal static string OfIncomplete(CardRule card, ClinicalPicture picture, PatientRecord record, ImmutableArray<CardDecision> stopped)
    {
        var text = new StringBuilder("**Could not be read** (").Append(Define.Day(picture.Today)).Append(")\n\n");
        foreach (var key in stopped.SelectMany(decision => decision.Missing).Distinct().Order(StringComparer.Ordinal))
        {
            var info = NeedInfo.All.First(need => need.Key == key);
            var titles = stopped.Where(decision => decision.Missing.Contains(key)).Select(decision => decision.Card.Title);
            text.Append("- **").Append(info.Title).Append("**: ").Append(Why(record, info.Need))
                .Append(". Checks not made: ").AppendJoin("; ", titles).Append('\n');
        }

        return Close(text, card.Sources, Paragraphs(card, picture));
    }

    /// <summary>An answer has room for so many cards; what finds none is named at least.</summary>
    internal static string WithLeftOut(string detail, IEnumerable<ShownCard> leftOut) =>
        $"{detail}\n\n**Not shown for want of room**: {string.Join("; ", leftOut.Select(card => card.Title).Distinct())}.";

    private static ImmutableArray<string> Paragraphs(CardRule card, ClinicalPicture picture) =>
        [.. card.Wording.Detail.Select(paragraph => paragraph.Text.Render(picture, Markdown.Escape))];

    /// <summary>The fact, where it stands in the record, and the limit it was compared with.</summary>
    private static string Reason(CriterionAnswer answer, ImmutableArray<CriterionAnswer> same, ClinicalPicture picture)
    {
        var fact = FactCatalog.Find(answer.Name);
        if (fact is null || answer.Fact is null)
            return Markdown.Escape(answer.Criterion);
        ImmutableArray<string> limits = [.. same.Where(one => one.HasLimit).Select(one => Markdown.Escape(one.Criterion)).Distinct()];
        var compared = limits.IsEmpty ? "" : $" — compared: {string.Join("; ", limits)}";
        return $"{Capital(fact.Title)}: {Markdown.Escape(fact.Describe(picture))}{From(answer.Fact)}{compared}";
    }

    private static string From(IFact fact)
    {
        if (fact.Evidence.IsEmpty)
            return fact.WhyUnknown is null ? " (no record found here)" : "";
        var named = fact.Evidence.Distinct().Take(MostEvidence).Select(One);
        var more = fact.Evidence.Distinct().Count() - MostEvidence;
        return $" ({string.Join("; ", named)}{(more > 0 ? $"; and {more} more" : "")})";
    }

    private static string One(Evidence evidence)
    {
        var confidence = evidence.Confidence switch
        {
            Confidence.Coded => "",
            Confidence.Preliminary => ", preliminary",
            Confidence.FreeText => ", from free text",
            _ => throw new InvalidOperationException($"Unexpected confidence {evidence.Confidence}."),
        };
        return $"`{evidence.Resource.Replace('`', '\'')}`, {(evidence.Date is { } date ? Define.Day(date) : "undated")}{confidence}";
    }

    private static string Why(PatientRecord record, DataNeed need) => record.GapOf(need) switch
    {
        NeedGap.NotSupplied => "not supplied with the call, and no access to ask for it",
        NeedGap.Failed => "the record system answered with an error",
        NeedGap.TimedOut => "no answer in time",
        NeedGap.Refused => "the record system refused access",
        NeedGap.CutShort => "the answer was not complete",
        NeedGap.Unreadable => "the answer was no readable FHIR data",
        null => "a resource in it could not be read",
        var gap => throw new InvalidOperationException($"Unexpected gap {gap}."),
    };

    private static string Close(StringBuilder text, ImmutableArray<EvidenceSource> sources, ImmutableArray<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            text.Append('\n').Append(paragraph).Append('\n');
        text.Append("\nSource: ").AppendJoin("; ", sources.Select(Link)).Append("\n\n").Append(Footer);
        return text.ToString();
    }

    private static string Link(EvidenceSource source) => source.Url is { } url ? $"[{source.Label}]({url})" : source.Label;

    /// <summary>A name such as eGFR keeps its small letter: EGFR is something else.</summary>
    private static string Capital(string text) => char.IsUpper(text[0]) || text is [_, >= 'A' and <= 'Z', ..] ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
