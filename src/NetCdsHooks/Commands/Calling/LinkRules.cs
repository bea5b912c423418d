using System.Text.Json.Nodes;
using static NetCdsHooks.Commands.Calling.Members;

namespace NetCdsHooks.Commands.Calling;

/// <summary>What links have to look like.</summary>
internal static class LinkRules
{
    internal static IEnumerable<AnswerFault> Broken(JsonObject card) => NoObjects("L-01", card, "links").Concat(Objects(card, "links").SelectMany(OfLink));

    private static IEnumerable<AnswerFault> OfLink(JsonObject link)
    {
        if (Text(link, "label") is null)
            yield return At("L-01", link, "label", "a text");
        if (!IsHttps(Text(link, "url")))
            yield return At("L-02", link, "url", "an absolute https address");
        if (Text(link, "type") is not ("absolute" or "smart"))
            yield return At("L-03", link, "type", "absolute, smart");
        if (link["appContext"] is not null && (Text(link, "type") != "smart" || Text(link, "appContext") is null))
            yield return At("L-04", link, "appContext", "a text, on a smart link alone");
        foreach (var fault in NoBoolean("L-05", link, "autolaunchable").Concat(OfExtension(link)))
            yield return fault;
    }
}
