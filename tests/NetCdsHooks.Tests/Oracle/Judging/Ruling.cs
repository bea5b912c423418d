using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>What a rule says of a patient, or of one order for them.</summary>
/// <param name="Card">The id of the card.</param>
/// <param name="Verdict">Whether it applies.</param>
/// <param name="Indicator">How urgent it is if it does; null where the specification gives no rule.</param>
/// <param name="Draft">The order in question; null for a rule about the patient.</param>
internal sealed record Ruling(string Card, Verdict Verdict, Indicator? Indicator = null, Draft? Draft = null);
