using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering;

/// <summary>What a client can be asked to prefetch (CDS Hooks T-01 to T-09).</summary>
internal static partial class TemplateRules
{
    private static readonly string[] UserTokens = ["userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId"];
    private static readonly string[] Special = ["_id", "_count", "_sort"];

    /// <returns>Each fault with the key of its template, what was found and what is accepted; none for templates that may be published.</returns>
    internal static IEnumerable<string> FaultsIn(Hook hook, IReadOnlyList<KeyValuePair<string, string>> templates, SpecificationEdition edition)
    {
        for (var place = 0; place < templates.Count; place++)
        {
            var (key, template) = templates[place];
            var before = templates.Take(place).Select(other => other.Key).ToArray();
            foreach (var fault in FaultsOf(hook, template, before, edition))
                yield return $"{key}: found {fault}";
        }
    }

    private static IEnumerable<string> FaultsOf(Hook hook, string template, string[] before, SpecificationEdition edition)
    {
        if (!Shape().IsMatch(template))
            yield return "another form; accepted: a read such as Patient/{{context.patientId}}, or a search by type";
        if (Token().Replace(template, "").AsSpan().ContainsAny('{', '}'))
            yield return "braces that are no token; accepted: {{ and }} around one";
        foreach (var token in Token().Matches(template).Select(match => match.Groups["token"].Value))
            if (FaultOf(hook, token, before, edition) is { } fault)
                yield return $"the token {token}; accepted: {fault}";
        foreach (Match parameter in Parameter().Matches(template))
            if (FaultOf(parameter.Groups["name"].Value, parameter.Groups["value"].Value, edition) is { } fault)
                yield return fault;
    }

    private static string? FaultOf(Hook hook, string token, string[] before, SpecificationEdition edition)
    {
        if (UserTokens.Contains(token) || FieldsOf(hook).Contains(token))
            return null;
        var plain = $"{string.Join(", ", FieldsOf(hook))} and the four user tokens";
        if (edition == SpecificationEdition.V2)
            return plain;
        if (token.StartsWith('%'))
            return before.Contains(token[1..].Split('.')[0]) ? null : "the key of a template that is listed before";
        return Today().IsMatch(token) || Path().IsMatch(token) ? null : $"{plain}, paths into the context, today() with whole days added or taken away";
    }

    private static string? FaultOf(string name, string value, SpecificationEdition edition)
    {
        if (name.Contains(':') && !name.EndsWith(":in", StringComparison.Ordinal))
            return $"the parameter {name}; accepted: no modifier but :in";
        if (name.Contains('.'))
            return $"the parameter {name}; accepted: no chain";
        if (name.StartsWith('_') && !Special.Contains(name) && !(edition == SpecificationEdition.V3 && name == "_maxresults"))
            return $"the parameter {name}; accepted: {string.Join(", ", Special)}";
        if (name == "_id" && value == "{{context.userId}}")
            return "_id={{context.userId}}; accepted: one of the user tokens, for the id alone";
        return Comparison().IsMatch(value) ? $"{name}={value}; accepted: eq, lt, gt, ge or le before a date" : null;
    }

    /// <summary>Of the context, what the definition of the hook lets stand in a template.</summary>
    private static string[] FieldsOf(Hook hook) => hook == Hook.OrderDispatch
        ? ["context.patientId", "context.dispatchedOrders", "context.performer"]
        : ["context.userId", "context.patientId", "context.encounterId"];

    [GeneratedRegex(@"^(?:[A-Z][A-Za-z]+/[^?/]+|[A-Z][A-Za-z]+\?.+|\{\{context\.userId\}\})$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\{\{(?<token>[^{}]*)\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"[?&](?<name>[^=&?]+)=(?<value>[^&]*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^today\(\)(?: [+-] [0-9]{1,5} days)?$")]
    private static partial Regex Today();

    [GeneratedRegex(@"^context(?:\.[a-zA-Z]+(?:\([A-Za-z]*\))?)+(?:\|context(?:\.[a-zA-Z]+(?:\([A-Za-z]*\))?)+)*$")]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?:ne|sa|eb)(?:[0-9]|\{\{)")]
    private static partial Regex Comparison();
}
