namespace NetCdsHooks.Clinical.Picture;

/// <summary>A test that is asked for before each dose of radionuclide therapy.</summary>
public enum PrrtLab
{
    Platelets,
    Haemoglobin,
    Leucocytes,
    Creatinine,
    LiverTests,
    PregnancyTest,
}
