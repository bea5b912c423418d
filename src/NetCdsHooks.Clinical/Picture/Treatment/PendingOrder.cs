namespace NetCdsHooks.Clinical.Picture;

/// <summary>What is ordered or booked and not done yet.</summary>
public enum PendingOrder
{
    Histology,
    Immunostains,
    Ki67,
    ChromograninA,
    FiveHiaa,
    NeuronSpecificEnolase,
    CtOrMri,
    SstrImaging,
    Endosonography,
    MdtReview,
    Surgery,
    FdgPet,
    Genetics,
}
