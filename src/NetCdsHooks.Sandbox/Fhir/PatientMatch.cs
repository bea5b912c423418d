using System.Text.Json;

namespace NetCdsHooks.Sandbox.Fhir;

internal static class PatientMatch
{
    /// <summary><c>ida</c>, <c>Patient/ida</c>, or an address that ends so.</summary>
    public static Func<JsonElement, bool> For(string value)
    {
        var id = value.Contains('/') ? IdOf(value) : value;
        return found => id is not null && JsonPath.TextAt(found, "reference") is { } reference && IdOf(reference) == id;
    }

    private static string? IdOf(string reference) => reference.Split('/') is [.., "Patient", var id] ? id : null;
}
