using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Gathering.Templates;

/// <summary>Writes the queries of needs, within the subset that every client knows (T-06).</summary>
internal static class QueryWriter
{
    /// <summary>Longest template, in characters.</summary>
    internal const int MaxLength = 2000;

    private const string NewestFirst = "&_sort=-date&_count=100";

    /// <summary>One query, or several with keys such as <c>pathology</c>, <c>pathology-2</c>.</summary>
    internal static ImmutableArray<NeedQuery> Write(DataNeed need, ConceptLibrary concepts)
    {
        var info = NeedInfo.Of(need);
        if (!info.IsAsked)
            return [];
        if (need == DataNeed.Patient)
            return [new(need, info.Key, $"Patient/{NeedQuery.PatientToken}")];
        var search = $"{info.ResourceType}?patient={NeedQuery.PatientToken}";
        if (!info.Statuses.IsEmpty)
            search += $"&status={string.Join(',', info.Statuses)}";
        return info.Concepts.IsEmpty
            ? [new(need, info.Key, search)]
            : [.. Split($"{search}&code=", CodesOf(info, concepts)).Select((template, index) => new NeedQuery(need, KeyOf(info, index), template))];
    }

    private static string KeyOf(NeedInfo info, int index) => index == 0 ? info.Key : $"{info.Key}-{index + 1}";

    private static IEnumerable<string> CodesOf(NeedInfo info, ConceptLibrary concepts) =>
        info.Concepts.SelectMany(id => concepts[id].Codes)
            .Where(coding => coding.Code is { Length: > 0 })
            .Select(coding => coding.System is { } system ? $"{Escape(system)}|{Escape(coding.Code!)}" : Escape(coding.Code!))
            .Distinct();

    /// <summary>Escapes what would end a token, a parameter or the query.</summary>
    private static string Escape(string text) =>
        Uri.EscapeDataString(text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
                .Replace("|", @"\|", StringComparison.Ordinal).Replace("$", @"\$", StringComparison.Ordinal))
            .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);

    private static IEnumerable<string> Split(string start, IEnumerable<string> codes)
    {
        var template = start;
        foreach (var code in codes)
        {
            var isFirst = template.Length == start.Length;
            if (!isFirst && template.Length + 1 + code.Length + NewestFirst.Length > MaxLength)
            {
                yield return template + NewestFirst;
                template = start;
                isFirst = true;
            }

            template += isFirst ? code : $",{code}";
        }

        yield return template + NewestFirst;
    }
}
