using System.Globalization;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Gathering.Templates;

/// <summary>The tokens of prefetch templates (CDS Hooks T-02, T-08).</summary>
internal static partial class TemplateToken
{
    internal const string UserId = "context.userId";

    private const string Step = @"(?:\.(?:[a-zA-Z]+|ofType\([A-Z][A-Za-z]+\)|resolve\(\)))*";

    /// <summary>From a token for the plain id of the user (T-05) to the type that the user must be of.</summary>
    internal static IReadOnlyDictionary<string, string> Users { get; } = new Dictionary<string, string>
    {
        ["userPractitionerId"] = "Practitioner",
        ["userPractitionerRoleId"] = "PractitionerRole",
        ["userPatientId"] = "Patient",
        ["userRelatedPersonId"] = "RelatedPerson",
    };

    /// <summary>What stands between <c>{{</c> and <c>}}</c>, in the order of the template.</summary>
    internal static IEnumerable<string> In(string template) => Token().Matches(template).Select(match => match.Groups["token"].Value);

    /// <param name="replacement">From a token to what stands in its place.</param>
    internal static string Replace(string template, Func<string, string> replacement) =>
        Token().Replace(template, match => replacement(match.Groups["token"].Value));

    /// <summary>The paths of a token, which a pipe separates.</summary>
    internal static IEnumerable<string> PathsOf(string token) => token.Split('|').Select(path => path.Trim());

    /// <returns>Such as <c>context.draftOrders</c>; null for what is no path of 3.0's subset that begins in the context.</returns>
    internal static string? FieldOf(string path) => ContextPath().Match(path) is { Success: true } match ? match.Groups["field"].Value : null;

    /// <returns>The key that a path names after <c>%</c>; null for what is no path of 3.0's subset that begins so.</returns>
    internal static string? KeyOf(string path) => KeyPath().Match(path) is { Success: true } match ? match.Groups["key"].Value : null;

    /// <returns>The days from today that <c>today()</c> names, with whole days added or taken away; null for any other token.</returns>
    internal static int? DaysFromToday(string token)
    {
        if (Today().Match(token) is not { Success: true } match)
            return null;
        return match.Groups["days"] is { Success: true } days ? int.Parse(match.Groups["sign"].Value + days.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\{\{(?<token>[^{}]*)\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"^today\(\)(?:\s*(?<sign>[+-])\s*(?<days>[0-9]{1,5})\s+days)?\z")]
    private static partial Regex Today();

    [GeneratedRegex($@"^(?<field>context\.[a-zA-Z]+){Step}\z")]
    private static partial Regex ContextPath();

    [GeneratedRegex($@"^%(?<quote>`?)(?<key>[A-Za-z0-9_-]+)\k<quote>{Step}\z")]
    private static partial Regex KeyPath();
}
