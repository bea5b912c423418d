namespace NetCdsHooks.Clinical.Picture;

/// <summary>A hormone syndrome or the tumour type that causes it.</summary>
public enum Syndrome
{
    Carcinoid,
    Insulinoma,
    Gastrinoma,
    Glucagonoma,
    Vipoma,
    Somatostatinoma,
    EctopicActh,
    Unspecified,
}
