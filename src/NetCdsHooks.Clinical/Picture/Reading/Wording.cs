using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Puts together what a resource says in several elements, so that an exclusion in one of them speaks against all.</summary>
internal static class Wording
{
    internal static CodeableConcept Join(IEnumerable<CodeableConcept?> codes, params IEnumerable<string?> texts)
    {
        var concepts = codes.OfType<CodeableConcept>().ToArray();
        return new()
        {
            Coding =
            [
                .. concepts.SelectMany(concept => concept.Coding),
                .. concepts.Select(concept => concept.Text).Concat(texts).OfType<string>().Select(text => new Coding(Display: text)),
            ],
        };
    }

    /// <summary>The name of an event is narrative only when no code stands beside it.</summary>
    internal static Confidence ConfidenceOfName(this ConceptMatch match, CodeableConcept? name) =>
        match == ConceptMatch.ByText && name is not { IsCoded: true } ? Confidence.FreeText : Confidence.Coded;
}
