using System.Collections.Frozen;

namespace NetCdsHooks.Hooks;

/// <summary>Offers reasons for not following a card under HL7's codes, as CDS Hooks 3.0 has them for trial use.</summary>
/// <param name="codes">From a reason of ours to HL7's code.</param>
internal sealed class NonAdherenceReasons(FrozenDictionary<string, string> codes)
{
    internal const string System = "http://cds-hooks.hl7.org/CodeSystem/non-adherence-reason";

    /// <summary>A reason keeps our code where HL7 has none, or where an earlier one of the same card bears HL7's already (C-12).</summary>
    internal CdsResponse Translate(CdsResponse response) => response with { Cards = [.. response.Cards.Select(Translate)] };

    private Card Translate(Card card)
    {
        var used = new HashSet<string>();
        return card with
        {
            OverrideReasons = card.OverrideReasons?.Select(reason =>
                codes.TryGetValue(reason.Code, out var code) && used.Add(code) ? reason with { System = System, Code = code } : reason).ToArray(),
        };
    }
}
