namespace NetCdsHooks.Clinical.Picture;

/// <summary>Where the patient stands with the tumour.</summary>
public enum NetStatus
{
    None,

    /// <summary>Only provisional diagnoses or a syndrome that suggests one.</summary>
    Suspected,

    Active,
    Remission,

    /// <summary>Only a personal history of it.</summary>
    History,
}
