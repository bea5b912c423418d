using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>A call that must be refused.</summary>
/// <param name="Requirement">The row of the protocol that refuses it.</param>
/// <param name="Authorization">The header, of tokens that are good but for one thing; null for none.</param>
/// <param name="NeedsKeys">Whether it passes all that can be checked without keys, which are then fetched once from their one address.</param>
internal sealed record Attack(string Requirement, string Story, Func<TokenMaker, string?> Authorization, bool NeedsKeys = false);
