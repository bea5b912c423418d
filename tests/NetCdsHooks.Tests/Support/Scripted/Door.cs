namespace NetCdsHooks.Tests.Support.Scripted;

/// <summary>How a server is reached.</summary>
internal enum Door
{
    Http,

    /// <summary>TLS with <see cref="SomeCertificate"/>.</summary>
    Tls,

    /// <summary>The address says https; what answers is the script.</summary>
    FalseTls,

    /// <summary>Nobody listens.</summary>
    Shut,

    /// <summary>The name means nothing.</summary>
    NoName,
}
