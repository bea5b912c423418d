namespace NetCdsHooks.Clinical.Picture;

/// <summary>What speaks for operating on a tumour that was under observation.</summary>
public enum NewFeature
{
    Jaundice,
    WeightLoss,
    Pain,
    BileDuctObstruction,

    /// <summary>A hormone syndrome, hypoglycaemia included.</summary>
    Syndrome,

    /// <summary>A report of imaging tells of malignant features.</summary>
    ReportedFeature,
}
