namespace NetCdsHooks.Clinical.Cards;

/// <summary>A reason that a clinician can give for not following a card.</summary>
public sealed record OverrideReason(string Code, string Display)
{
    /// <summary>The code system of all override reasons.</summary>
    public const string System = "http://netcdshooks.example/CodeSystem/net-override";
}
