namespace NetCdsHooks.Tests.Gathering.Addresses;

/// <summary>How a call might be led to a server that must not be asked.</summary>
public enum Lure
{
    /// <summary>The call names it as its FHIR server.</summary>
    Named,

    /// <summary>The registered server names it as its next page.</summary>
    NextPage,

    /// <summary>The prefetch names it as its next page.</summary>
    PrefetchedNextPage,

    /// <summary>The registered server redirects to it.</summary>
    Redirect,

    /// <summary>It is registered, for a client whose servers stand on the internet.</summary>
    Registered,

    /// <summary>It is registered, for a client whose servers may stand in its own network.</summary>
    RegisteredInside,
}

/// <summary>An address, and how the service is led there.</summary>
/// <param name="Address"><c>{port}</c> is that of the registered server at 127.0.0.1, <c>{trap}</c> that of another listener there.</param>
/// <param name="Meanings">Of a name, one after the other; the last stays. Addresses side by side have commas.</param>
internal sealed record AddressRow(string Story, Lure Lure, string Address, params string[] Meanings);
