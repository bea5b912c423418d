using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Conformance;

/// <summary>Which tests prove which requirement: by trait, or by the first column of a table whose parameter is called <c>requirement</c>.</summary>
internal static partial class RequirementTests
{
    private const string Trait = "Requirement";

    /// <summary>Requirement to names such as <c>RefusalTests.A_missing_member_is_refused_by_name</c>.</summary>
    internal static ILookup<string, string> ById { get; } = Own().Concat(InBrowser())
        .SelectMany(test => Ids().Matches(test.Ids).Select(match => (Id: match.Value, test.Name)))
        .Distinct()
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ToLookup(pair => pair.Id, pair => pair.Name);

    private static IEnumerable<(string Ids, string Name)> Own() =>
        from type in typeof(RequirementTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FactAttribute))
        from ids in Traits(method).Concat(FirstColumn(type, method))
        select (ids, $"{type.Name}.{method.Name}");

    private static IEnumerable<string> Traits(MethodInfo method) =>
        from data in method.GetCustomAttributesData()
        where data.AttributeType == typeof(TraitAttribute) && data.ConstructorArguments is [{ Value: Trait }, _]
        select (string)data.ConstructorArguments[1].Value!;

    private static IEnumerable<string> FirstColumn(Type type, MethodInfo method) =>
        method.GetParameters() is not [{ Name: "requirement" }, ..]
            ? []
            : method.GetCustomAttributes<InlineDataAttribute>().SelectMany(attribute => attribute.GetData(method))
                .Concat(method.GetCustomAttributes<MemberDataAttribute>().SelectMany(attribute => Rows(type, attribute.MemberName)))
                .Select(row => (string)row[0]);

    private static IEnumerable<object[]> Rows(Type type, string member) =>
        ((IEnumerable)type.GetProperty(member, BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)!.GetValue(null)!).Cast<object[]>();

    /// <summary>The browser tests are another assembly; their sources tell.</summary>
    private static IEnumerable<(string Ids, string Name)> InBrowser() =>
        from file in Directory.EnumerateFiles(Repository.PathOf("tests", "NetCdsHooks.BrowserTests"), "*Tests.cs")
        from Match test in BrowserTest().Matches(File.ReadAllText(file))
        select (test.Groups["attributes"].Value, $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups["name"].Value}");

    [GeneratedRegex("[A-Z]-[0-9]{2}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"(?<attributes>(?:\[Trait\(""Requirement"", ""[A-Z]-[0-9]{2}""\)\]\s*)+)(?:\[[^\n]*\]\s*)*public async Task (?<name>\w+)")]
    private static partial Regex BrowserTest();
}
