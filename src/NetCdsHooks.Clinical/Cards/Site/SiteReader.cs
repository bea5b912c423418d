using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Clinical.Cards.Site;

/// <summary>Reads <c>*.site.json</c>: switches and limits of cards, wording, local codes.</summary>
internal sealed class SiteReader(Overlay overlay, ProblemList problems)
{
    private const string OrderSuffix = ".order.json";

    private static readonly ImmutableDictionary<string, bool> Switch =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("on", true), KeyValuePair.Create("off", false)]);

    private readonly ImmutableArray<string>.Builder _changes = ImmutableArray.CreateBuilder<string>();

    internal ImmutableArray<string> Changes => _changes.ToImmutable();

    internal void Read(KnowledgeFile file)
    {
        if (JsonNodeReader.Open(file, problems)?.Object("$schema", "title", "beyondCards", "cards", "orders", "systems", "concepts") is not { } members)
            return;
        if (members.Optional("beyondCards") is { } beyond && beyond.OneOf(Switch) is false)
            SwitchOffBeyond(file.Path);
        var cards = new SiteCards(overlay, _changes);
        foreach (var (id, card) in members.Optional("cards")?.Members() ?? [])
            cards.Read(id, card);
        foreach (var (key, order) in members.Optional("orders")?.Members() ?? [])
            ReadOrder(key, order);
        var terms = new SiteTerms(overlay, _changes);
        foreach (var (alias, system) in members.Optional("systems")?.Members() ?? [])
            terms.ReadSystem(alias, system);
        foreach (var (id, concept) in members.Optional("concepts")?.Members() ?? [])
            terms.ReadConcept(id, concept);
    }

    private void SwitchOffBeyond(string file)
    {
        var count = 0;
        foreach (var path in overlay.Ending(SiteCards.Suffix))
            if (overlay.Document(path) is { } card && (string?)card["origin"] == "beyond" && (string?)card["status"] == "active")
            {
                card["status"] = "off";
                count++;
            }

        _changes.Add($"{count} cards beyond the core sources are off ({file})");
    }

    private void ReadOrder(string key, JsonNodeReader node)
    {
        var files = overlay.Ending(OrderSuffix).ToDictionary(path => path[(path.LastIndexOf('/') + 1)..^OrderSuffix.Length]);
        if (!files.TryGetValue(key, out var file))
        {
            node.Reject(Suggest.Names("an order of the orders folder", key, files.Keys), $"unknown order \"{key}\"");
            return;
        }

        if (node.Object("label")?.Required("label") is { } label && overlay.Document(file) is { } order)
        {
            overlay.Set(file, "$.label", order, "label", label);
            _changes.Add($"order {key}: label ({node.File})");
        }
    }
}
