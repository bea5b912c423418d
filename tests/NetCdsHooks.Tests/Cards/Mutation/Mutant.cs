using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Tests.Cards.Mutation;

/// <summary>A card file with one fault put in.</summary>
/// <param name="Card">Id of the card.</param>
/// <param name="Fault">What was changed, such as <c>$.when.tumourSize.atLeast: 20 to 20.1</c>.</param>
/// <param name="File">The faulty file.</param>
internal sealed record Mutant(string Card, string Fault, KnowledgeFile File);
