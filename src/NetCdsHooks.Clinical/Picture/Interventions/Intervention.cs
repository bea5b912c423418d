namespace NetCdsHooks.Clinical.Picture;

/// <summary>What can set free hormones or has to be planned for; one procedure may be several of these.</summary>
public enum Intervention
{
    /// <summary>Any operation, an endoscopic resection included.</summary>
    Surgery,
    AbdominalSurgery,
    PancreasSurgery,
    ThoracicSurgery,
    LiverBiopsy,

    /// <summary>Ablation, embolisation, radioembolisation.</summary>
    LiverDirected,
}
