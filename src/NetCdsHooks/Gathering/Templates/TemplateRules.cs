using System.Diagnostics;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Hooks;

namespace NetCdsHooks.Gathering.Templates;

/// <summary>What a client can be asked to prefetch (CDS Hooks T-01 to T-09).</summary>
internal static partial class TemplateRules
{
    private static readonly string[] Special = ["_id", "_count", "_sort"];

    /// <returns>Each fault with the key of its template, what was found and what is accepted; none for templates that may be published.</returns>
    internal static IEnumerable<string> FaultsIn(Hook hook, IReadOnlyList<KeyValuePair<string, string>> templates, SpecificationEdition edition)
    {
        var faults = templates.SelectMany(template => FaultsOf(hook, template.Value, edition).Select(fault => $"{template.Key}: found {fault}"));
        return edition == SpecificationEdition.V3 ? faults.Concat(TemplateOrder.FaultsIn(templates)) : faults;
    }

    private static IEnumerable<string> FaultsOf(Hook hook, string template, SpecificationEdition edition)
    {
        if (!Shape().IsMatch(template))
            yield return "another form; accepted: a read such as Patient/{{context.patientId}}, or a search by type";
        if (TemplateToken.Replace(template, _ => "").AsSpan().ContainsAny('{', '}'))
            yield return "braces that are no token; accepted: {{ and }} around one";
        foreach (var token in TemplateToken.In(template).Where(token => !IsPlain(hook, token) && (edition == SpecificationEdition.V2 || !IsOfSubset(hook, token))))
            yield return $"the token {token}; accepted: {string.Join(", ", TokensOf(hook))} and the four user tokens"
                + (edition == SpecificationEdition.V2 ? "" : ", paths into the context, %key, today() with whole days added or taken away");
        foreach (Match parameter in Parameter().Matches(template))
            if (FaultOf(parameter.Groups["name"].Value, parameter.Groups["value"].Value, edition) is { } fault)
                yield return fault;
    }

    private static bool IsPlain(Hook hook, string token) => TemplateToken.Users.ContainsKey(token) || TokensOf(hook).Contains(token);

    /// <summary>Of FHIRPath, what 3.0 has for trial use; whether a key is there and listed before is told by <see cref="TemplateOrder"/>.</summary>
    private static bool IsOfSubset(Hook hook, string token) => TemplateToken.DaysFromToday(token) is not null || TemplateToken.PathsOf(token).All(path =>
        TemplateToken.KeyOf(path) is not null
        || (TemplateToken.FieldOf(path) is { } field && (TokensOf(hook).Contains(field) || ObjectsOf(hook).Contains(field))));

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
    private static string[] TokensOf(Hook hook) => hook == Hook.OrderDispatch
        ? ["context.patientId", "context.dispatchedOrders", "context.performer"]
        : [TemplateToken.UserId, "context.patientId", "context.encounterId"];

    /// <summary>Of the context, what only paths of 3.0 lead into.</summary>
    private static string[] ObjectsOf(Hook hook) => hook switch
    {
        Hook.OrderSelect => ["context.selections", "context.draftOrders"],
        Hook.OrderSign => ["context.draftOrders"],
        Hook.OrderDispatch => ["context.fulfillmentTasks"],
        Hook.AppointmentBook => ["context.appointments"],
        Hook.ProblemListItemCreate => ["context.conditions"],
        Hook.PatientView or Hook.EncounterStart or Hook.EncounterDischarge => [],
        _ => throw new UnreachableException($"{hook} is no hook"),
    };

    [GeneratedRegex(@"^(?:[A-Z][A-Za-z]+/[^?/]+|[A-Z][A-Za-z]+\?.+|\{\{context\.userId\}\})$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"[?&](?<name>[^=&?]+)=(?<value>[^&]*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(?:ne|sa|eb|ap)(?:[0-9]{4}|\{\{)")]
    private static partial Regex Comparison();
}
