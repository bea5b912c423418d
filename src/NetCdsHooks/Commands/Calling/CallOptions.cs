namespace NetCdsHooks.Commands.Calling;

/// <summary>What the user of <c>call</c> wants.</summary>
internal sealed record CallOptions
{
    /// <summary>Address of discovery, such as <c>https://cds.example.org/cds-services</c>.</summary>
    internal required Uri Discovery { get; init; }

    /// <summary>Id of the service; may be left out where there is only one.</summary>
    internal string? Service { get; init; }

    /// <summary>Chooses among services of one id, or instead of an id.</summary>
    internal string? Hook { get; init; }

    internal string Patient { get; init; } = "";

    /// <summary>Type and id, such as <c>Practitioner/demo</c>.</summary>
    internal string User { get; init; } = "Practitioner/demo";

    internal string? Encounter { get; init; }

    /// <summary>A JSON file with further members of the context: draftOrders, selections, appointments ...</summary>
    internal string? ContextFile { get; init; }

    /// <summary>A JSON file with the whole call, sent as it is.</summary>
    internal string? RequestFile { get; init; }

    internal Uri? FhirServer { get; init; }

    /// <summary>A file that holds the token for the FHIR server.</summary>
    internal string? FhirTokenFile { get; init; }

    /// <summary>Whether the client reads what discovery asks for; otherwise the service must read for itself.</summary>
    internal bool Prefetches { get; init; } = true;

    /// <summary>Whether a key that was asked for in vain is sent as an OperationOutcome; otherwise it is left out.</summary>
    internal bool SendsOutcomes { get; init; }

    /// <summary>Pages of a search that are read. One is what public clients send: the first, with its link to the next.</summary>
    internal int Pages { get; init; } = 1;

    /// <summary>Null for calls without a token.</summary>
    internal TokenOptions? Token { get; init; }

    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}

/// <param name="KeyFile">A private key, PEM or JWK: EC on P-384 or RSA.</param>
/// <param name="Audience">Null for the address that is called.</param>
internal sealed record TokenOptions(string KeyFile, string Issuer, string KeyId, string? Jku, string? Tenant, string? Audience);
