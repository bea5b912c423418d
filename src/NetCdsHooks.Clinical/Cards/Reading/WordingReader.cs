using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Cards.Criteria;
using NetCdsHooks.Clinical.Cards.Facts;
using NetCdsHooks.Clinical.Cards.Text;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Reading;

/// <summary>Reads what a card says and offers.</summary>
internal sealed class WordingReader(ImmutableDictionary<string, OrderTemplate> orders)
{
    internal static readonly ImmutableDictionary<string, Indicator> Indicators =
        Enum.GetValues<Indicator>().ToImmutableDictionary(indicator => indicator.ToString().ToLowerInvariant());

    /// <summary>A variant takes from the card what it does not say itself; the card must say all but suggestions.</summary>
    internal CardWording? Read(JsonObjectReader members, CardWording? inherited)
    {
        var indicator = Member(members, "indicator", inherited)?.OneOf(Indicators) ?? inherited?.Indicator;
        var summary = Member(members, "summary", inherited) is { } text ? ReadSummary(text) : inherited?.Summary;
        var detail = Member(members, "detail", inherited) is { } paragraphs ? ReadDetail(paragraphs) : inherited?.Detail;
        var suggestions = members.Optional("suggestions") is { } list ? ReadSuggestions(list) : inherited?.Suggestions ?? [];
        return indicator is { } urgency && summary is not null && detail is { } all ? new(urgency, summary, all, suggestions) : null;
    }

    private static JsonNodeReader? Member(JsonObjectReader members, string name, CardWording? inherited) =>
        inherited is null ? members.Required(name) : members.Optional(name);

    private static TextTemplate? ReadSummary(JsonNodeReader node)
    {
        if (TextTemplateReader.Read(node) is not { } summary)
            return null;
        if (summary.MaxLength > PlainText.MaxSummary)
            node.Reject($"at most {PlainText.MaxSummary} characters with the longest values", $"a summary that can reach {summary.MaxLength}");
        return summary;
    }

    private static ImmutableArray<CardParagraph> ReadDetail(JsonNodeReader node)
    {
        var paragraphs = ImmutableArray.CreateBuilder<CardParagraph>();
        foreach (var item in node.Items())
            if (item.Value.ValueKind != JsonValueKind.Object)
            {
                if (TextTemplateReader.Read(item) is { } text)
                    paragraphs.Add(new(CriterionGroup.None, text));
            }
            else if (item.Object("when", "text") is { } members
                     && members.Required("when") is { } when && members.Required("text") is { } textNode
                     && TextTemplateReader.Read(textNode) is { } text)
                paragraphs.Add(new(CriterionReader.ReadGroup(when), text));
        if (node.Value is { ValueKind: JsonValueKind.Array } && node.Value.GetArrayLength() == 0)
            node.Reject("at least one paragraph", "none");
        return paragraphs.DrainToImmutable();
    }

    private ImmutableArray<CardSuggestion> ReadSuggestions(JsonNodeReader node)
    {
        var suggestions = ImmutableArray.CreateBuilder<CardSuggestion>();
        foreach (var item in node.Items())
            if (item.Object("label", "orders", "recommended", "when", "removesDraft", "changesDraft") is { } members)
            {
                var chosen = members.Optional("orders") is { } keys ? ReadOrders(keys) : [];
                var change = ReadChange(members);
                if (change is null && !members.Has("orders"))
                    item.Reject("one of orders, removesDraft, changesDraft", "nothing to do");
                var when = members.Optional("when") is { } criteria ? CriterionReader.ReadGroup(criteria) : CriterionGroup.None;
                var label = members.Optional("label") is { } text ? text.Text() : chosen.FirstOrDefault()?.Label;
                if (label is null)
                    item.Reject("a label, where no order lends its own", "no label");
                suggestions.Add(new(when, label ?? "", members.Optional("recommended")?.Flag() ?? false, chosen, change));
            }

        return suggestions.DrainToImmutable();
    }

    private DraftChangeTemplate? ReadChange(JsonObjectReader members)
    {
        var removes = members.Optional("removesDraft")?.Flag() ?? false;
        if (members.Optional("changesDraft") is not { } node)
            return removes ? new(true, null, null, null) : null;
        if (removes)
            node.Reject("either removesDraft or changesDraft", "both");
        if (node.Object("note", "moveTo", "dosageOf") is not { Members.Count: > 0 } change)
            return null;
        return new(
            false,
            change.Optional("note") is { } note ? TextTemplateReader.Read(note) : null,
            change.Optional("moveTo") is { } day ? ReadDay(day) : null,
            change.Optional("dosageOf") is { } key ? ReadOrder(key) : null);
    }

    private static FactDefinition? ReadDay(JsonNodeReader node)
    {
        if (node.Text() is not { } name)
            return null;
        if (FactCatalog.Find(name) is { Kind: FactKind.Date } fact)
            return fact;
        node.Reject(Suggest.Names("a fact that is a day", name, FactCatalog.All.Where(known => known.Kind == FactKind.Date).Select(known => known.Name)));
        return null;
    }

    private OrderTemplate? ReadOrder(JsonNodeReader node)
    {
        if (node.Text() is not { } key)
            return null;
        if (orders.TryGetValue(key, out var order))
            return order;
        node.Reject(Suggest.Names("an order of the orders folder", key, orders.Keys));
        return null;
    }

    private ImmutableArray<OrderTemplate> ReadOrders(JsonNodeReader node)
    {
        var chosen = ImmutableArray.CreateBuilder<OrderTemplate>();
        foreach (var item in node.Items())
            if (ReadOrder(item) is { } order)
                chosen.Add(order);
        if (node.Value is { ValueKind: JsonValueKind.Array } && node.Value.GetArrayLength() == 0)
            node.Reject("at least one order", "an empty list");
        return chosen.DrainToImmutable();
    }
}
