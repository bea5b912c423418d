namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>How a FHIR server behaves.</summary>
/// <param name="Name">Such as <c>reset in the middle</c>.</param>
/// <param name="Reading">What is to be made of it.</param>
/// <param name="Play">Answers one request.</param>
internal sealed record Script(string Name, Reading Reading, Func<Exchange, Task> Play)
{
    internal Door Door { get; init; } = Door.Http;
}
