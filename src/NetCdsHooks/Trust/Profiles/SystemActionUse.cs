namespace NetCdsHooks.Trust.Profiles;

/// <summary>Whether an answer holds <c>systemActions</c> (CDS Hooks 2.10).</summary>
internal enum SystemActionUse
{
    Never,
    WhenAny,

    /// <summary>An empty list too, on the hooks where CRD wants one (Y-04).</summary>
    Always,
}
