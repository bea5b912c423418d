using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace NetCdsHooks.Hosting;

/// <summary>Compares what is written in the configuration with the options type, so that every fault is told at once.</summary>
internal static class SettingsCheck
{
    /// <returns>The faults, each with the path of its setting; empty when the section can be bound.</returns>
    internal static ImmutableArray<SettingFault> Check(IConfigurationSection section, Type type) =>
        [.. section.GetChildren().SelectMany(child => CheckChild(child, type))];

    private static IEnumerable<SettingFault> CheckChild(IConfigurationSection child, Type type)
    {
        var property = type.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property is null)
            return [new(child.Path, $"is no setting; there are {string.Join(", ", type.GetProperties().Select(known => known.Name))}")];
        if (property.PropertyType.IsArray)
            return [];
        return property.PropertyType.Namespace == typeof(string).Namespace || property.PropertyType.IsEnum
            ? CheckValue(child, property)
            : Check(child, property.PropertyType);
    }

    private static IEnumerable<SettingFault> CheckValue(IConfigurationSection child, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? value;
        try
        {
            value = child.Value is { } text ? TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException or InvalidCastException)
        {
            value = null;
        }

        if (value is null || (type.IsEnum && !Enum.IsDefined(type, value)))
            return child.Value is null && Nullable.GetUnderlyingType(property.PropertyType) is not null
                ? []
                : [new(child.Path, $"found \"{child.Value}\"; accepted: {Accepted(type)}")];
        return property.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(value))
            .Select(rule => new SettingFault(child.Path, $"found \"{child.Value}\"; accepted: {Accepted(rule)}"));
    }

    private static string Accepted(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => $"{range.Minimum} to {range.Maximum}",
        RequiredAttribute => "a text that is not empty",
        _ => rule.FormatErrorMessage("another value"),
    };

    private static string Accepted(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(DateOnly) ? "a date such as 2026-11-21"
        : type == typeof(TimeSpan) ? "a time span such as 00:00:04"
        : type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : "a text";
}

/// <param name="Path">Such as <c>NetCdsHooks:TimeZone</c>.</param>
internal sealed record SettingFault(string Path, string Text)
{
    public override string ToString() => $"{Path}: {Text}";
}
