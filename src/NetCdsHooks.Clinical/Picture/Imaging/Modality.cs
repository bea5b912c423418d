namespace NetCdsHooks.Clinical.Picture;

public enum Modality
{
    Ct,
    Mri,
    Endosonography,
    Pathology,
    Other,
}
