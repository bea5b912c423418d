namespace NetCdsHooks.Clinical.Picture;

/// <summary>Diarrhoea recorded after the present long-acting somatostatin analogue was begun.</summary>
public enum DiarrhoeaOnSsa
{
    No,

    /// <summary>Recorded, but whether after the start cannot be told.</summary>
    Undated,

    Yes,
}
