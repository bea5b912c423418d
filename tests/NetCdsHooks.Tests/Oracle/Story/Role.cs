namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>What an operation or an order is for.</summary>
internal enum Role
{
    Other,
    Biopsy,
    LiverBiopsy,
    PancreasSurgery,
    AbdominalSurgery,
    ThoracicSurgery,
    LiverDirected,
    LiverResection,
    Cholecystectomy,
    Endoscopy,
    BeamRadiotherapy,
    RadionuclideTherapy,
    TumourBoard,
    Genetics,
    Sectional,
    Receptor,
    Fdg,
    Eus,
    Echo,
    Hormone,
    Laboratory,
}
