using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace NetCdsHooks.Clinical.Record;

/// <summary>Hooks by the names that calls use, such as <c>patient-view</c>.</summary>
public static class HookNames
{
    private static readonly FrozenDictionary<string, Hook> ByName = Enum.GetValues<Hook>().ToFrozenDictionary(Name);

    /// <summary>In the order of the workflow.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<Hook>().Select(Name)];

    public static string Name(this Hook hook) => JsonNamingPolicy.KebabCaseLower.ConvertName(hook.ToString());

    /// <summary>Null for a hook that no service answers.</summary>
    public static Hook? Find(string name) => ByName.TryGetValue(name, out var hook) ? hook : null;

    /// <summary>True where orders are being placed, so that a card is decided once for each of them.</summary>
    public static bool IsAboutOrders(this Hook hook) =>
        hook is Hook.OrderSelect or Hook.OrderSign or Hook.OrderDispatch or Hook.AppointmentBook;
}
