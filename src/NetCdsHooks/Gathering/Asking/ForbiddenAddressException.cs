namespace NetCdsHooks.Gathering.Asking;

/// <summary>A name led to an address that must not be asked; trying again would change nothing.</summary>
internal sealed class ForbiddenAddressException() : HttpRequestException("The server stands at an address that must not be asked.");
