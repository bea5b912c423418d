namespace NetCdsHooks.Clinical.Picture;

/// <summary>What an order or a booking is for, as far as cards ask.</summary>
public enum OrderKind
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

    /// <summary>A surgeon is asked for an opinion; nothing is decided yet.</summary>
    SurgeryReferral,
    Surgery,
    FdgPet,
    Genetics,
    Insulin,
    Gastrin,
    Glucagon,
    Vip,
    Acth,
    NtProBnp,
    Glucose,
    Tsh,
    Calcium,
    ParathyroidHormone,
    Echocardiography,

    /// <summary>Colonoscopy or gastroscopy.</summary>
    Endoscopy,
    AbdominalSurgery,
    PancreasSurgery,
    ThoracicSurgery,
    Cholecystectomy,
    LiverBiopsy,

    /// <summary>Embolisation, ablation and the like.</summary>
    LiverDirected,
    Lanreotide,
    LongActingOctreotide,

    /// <summary>Either of the two.</summary>
    LongActingSsa,
    ShortActingOctreotide,

    /// <summary>A long-acting analogue that is to end.</summary>
    SsaStop,
    Pasireotide,
    Everolimus,
    Sunitinib,
    Cabozantinib,
    Belzutifan,
    Telotristat,

    /// <summary>Any cytotoxic drug, platinum among them.</summary>
    Chemotherapy,
    Platinum,

    /// <summary>Lutetium dotatate and its like.</summary>
    Prrt,

    /// <summary>Peptides with yttrium-90, which were never licensed.</summary>
    YttriumPrrt,
    HistamineReleasing,
    Sympathomimetic,
}
