using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>What was written down about relatives.</summary>
internal static class FamilyRecords
{
    /// <summary>
    /// Entries on a relative that name a disease, be it only to deny it: either way somebody asked.
    /// </summary>
    internal static IEnumerable<Evidence> FamilyNaming(this Chart chart, string conceptId)
    {
        foreach (var relative in chart.Record.All<FamilyMemberHistory>())
        {
            var date = chart.Date(relative.Date);
            if (!relative.Counts() || chart.IsFuture(date))
                continue;
            var named = relative.Condition.SelectMany(condition => new[] { condition.Code, condition.Outcome }).Concat(relative.ReasonCode)
                .Select(code => (code, match: chart.Match(conceptId, code)))
                .Where(pair => pair.match != ConceptMatch.No)
                .Select(pair => pair.match.ConfidenceOfName(pair.code))
                .ToArray();
            if (named.Length > 0)
                yield return new(relative.Self, date, named.Max());
            else if (relative.Note.Concat(relative.Condition.SelectMany(condition => condition.Note)).Any(note => chart.MeansText(conceptId, note.Text)))
                yield return new(relative.Self, date, Confidence.FreeText);
        }
    }
}
