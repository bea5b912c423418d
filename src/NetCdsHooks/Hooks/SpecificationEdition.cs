namespace NetCdsHooks.Hooks;

/// <summary>The edition of CDS Hooks that is spoken. What both have in common is most of it.</summary>
internal enum SpecificationEdition
{
    /// <summary>2.0.1, the newest that is published.</summary>
    V2,

    /// <summary>3.0 as its texts of 2026 have it: versions of hooks in discovery, <c>today()</c> in templates, SMART 2 scopes, HL7's reasons for not following advice.</summary>
    V3,
}
