namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Codes and wordings of the tumour itself, as the specification of codes reads them.</summary>
internal static class TumourCodes
{
    private const string PancreasSite = "15776009";

    internal static DiagnosisKind[] All { get; } =
    [
        new("pancreatic NET", "icd|C7A.8") { IsTumour = true, BodySite = PancreasSite, Place = Place.Pancreas },
        new("tumour of the endocrine pancreas", "icd|C25.4") { IsTumour = true, Place = Place.Pancreas },
        new("neoplasm of pancreas", "snomed|735735001") { IsTumour = true, Place = Place.Pancreas },
        new("pancreatic NEC", "icd|C7A.1") { IsTumour = true, BodySite = PancreasSite, Place = Place.Pancreas, Cells = Cells.Poor },
        new("benign pancreatic NET", "icd|D3A.8") { IsTumour = true, BodySite = PancreasSite, Place = Place.Pancreas },
        new("insulinoma", "snomed|713189001") { IsTumour = true, Place = Place.Pancreas, Hormone = Hormone.Insulinoma },
        new("NET of the duodenum", "icd|C7A.010") { IsTumour = true, Place = Place.Duodenum },
        new("neoplasm of duodenum", "snomed|721644006") { IsTumour = true, Place = Place.Duodenum },
        new("NET of the ileum", "icd|C7A.012") { IsTumour = true, Place = Place.SmallIntestine, IsMidgut = true },
        new("NET of the jejunum", "icd|C7A.011") { IsTumour = true, Place = Place.SmallIntestine, IsMidgut = true },
        new("NET of the small intestine", "icd|C7A.019") { IsTumour = true, Place = Place.SmallIntestine, IsMidgut = true },
        new("carcinoid of small intestine", "snomed|709517003") { IsTumour = true, Place = Place.SmallIntestine, IsMidgut = true, Cells = Cells.Well },
        new("NEC of small intestine", "snomed|721671006") { IsTumour = true, Place = Place.SmallIntestine, IsMidgut = true, Cells = Cells.Poor },
        new("NET of the appendix", "icd|C7A.020") { IsTumour = true, Place = Place.Appendix, IsMidgut = true },
        new("neoplasm of appendix", "snomed|721673009") { IsTumour = true, Place = Place.Appendix, IsMidgut = true },
        new("NET of the caecum", "icd|C7A.021") { IsTumour = true, Place = Place.Colon, IsMidgut = true },
        new("NET of the ascending colon", "icd|C7A.022") { IsTumour = true, Place = Place.Colon, IsMidgut = true },
        new("NET of the sigmoid", "icd|C7A.025") { IsTumour = true, Place = Place.Colon },
        new("NEC of colon", "snomed|721697000") { IsTumour = true, Place = Place.Colon, Cells = Cells.Poor },
        new("NET of the rectum", "icd|C7A.026") { IsTumour = true, Place = Place.Rectum },
        new("carcinoid of rectum", "snomed|713573006") { IsTumour = true, Place = Place.Rectum, Cells = Cells.Well },
        new("NET of the stomach", "icd|C7A.092") { IsTumour = true, Place = Place.Stomach },
        new("NEC of stomach", "snomed|721638007") { IsTumour = true, Place = Place.Stomach, Cells = Cells.Poor },
        new("lung carcinoid", "icd|C7A.090") { IsTumour = true, Place = Place.Lung },
        new("carcinoid of bronchus", "snomed|726653000") { IsTumour = true, Place = Place.Lung, Cells = Cells.Well },
        new("thymic carcinoid", "icd|C7A.091") { IsTumour = true, Place = Place.Thymus },
        new("NEC of thymus", "snomed|717921000") { IsTumour = true, Place = Place.Thymus, Cells = Cells.Poor },
        new("NET of the kidney", "icd|C7A.093") { IsTumour = true, Place = Place.Elsewhere },
        new("NET without a site", "icd|C7A.00") { IsTumour = true },
        new("NET of the midgut", "icd|C7A.095") { IsTumour = true, IsMidgut = true },
        new("other NET", "icd|C7A.8") { IsTumour = true },
        new("NEC without a site", "icd|C7A.1") { IsTumour = true, Cells = Cells.Poor },
        new("malignant carcinoid", "snomed|445238008") { IsTumour = true, Cells = Cells.Well },
        new("malignant NET", "snomed|133531000119104") { IsTumour = true },
    ];

    internal static DiagnosisKind[] Histories { get; } =
    [
        new("history of small bowel NET", "icd|Z85.060") { IsHistory = true },
        new("history of lung NET", "icd|Z85.110") { IsHistory = true },
    ];

    internal static DiagnosisKind[] Of(Place place) => [.. All.Where(kind => kind.Place == place)];
}
