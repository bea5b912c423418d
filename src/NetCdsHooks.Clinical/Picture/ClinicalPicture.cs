using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// What the record means on one day, as facts. Each fact is worked out when it is first asked for, and once.
/// </summary>
public sealed class ClinicalPicture
{
    /// <param name="record">What is known of the patient.</param>
    /// <param name="concepts">What codes and words mean.</param>
    /// <param name="intervals">How often follow-up is due.</param>
    /// <param name="today">The day for which due dates and ages are worked out.</param>
    /// <param name="zone">The site's time zone, in which moments become days.</param>
    public ClinicalPicture(PatientRecord record, ConceptLibrary concepts, SurveillanceIntervals intervals, DateOnly today, TimeZoneInfo zone)
    {
        Chart = new(record, concepts, intervals, today, zone);
        Patient = new(Chart);
        Tumour = new(Chart, this);
        Pathology = new(Chart, this);
        Stage = new(Chart, this);
        Size = new(Chart, this);
        Function = new(Chart, this);
        Receptor = new(Chart, this);
        Imaging = new(Chart, this);
        Markers = new(Chart, this);
        Medication = new(Chart);
        Ssa = new(Chart);
        Prrt = new(Chart);
        Antitumour = new(Chart);
        Progression = new(Chart, this);
        Bowel = new(Chart, this);
        Surgery = new(Chart, this);
        Care = new(Chart, this);
        Orders = new(Chart, this);
        Surveillance = new(Chart, this);
        Heredity = new(Chart);
        Interventions = new(Chart, this);
        Complications = new(Chart);
        Liver = new(Chart);
        Watch = new(Chart, this);
        Laboratory = new(Chart, this);
        Hormones = new(Chart, this);
        Quality = new(Chart, this);
        Draft = new(Chart, this, null);
    }

    public DateOnly Today => Chart.Today;

    public Hook Hook => Chart.Record.Hook;

    public PatientFacts Patient { get; }

    public TumourFacts Tumour { get; }

    public PathologyFacts Pathology { get; }

    public StageFacts Stage { get; }

    public SizeFacts Size { get; }

    public FunctionFacts Function { get; }

    public ReceptorFacts Receptor { get; }

    public ImagingFacts Imaging { get; }

    public MarkerFacts Markers { get; }

    public MedicationFacts Medication { get; }

    public SsaFacts Ssa { get; }

    public PrrtFacts Prrt { get; }

    public AntitumourFacts Antitumour { get; }

    public ProgressionFacts Progression { get; }

    public BowelFacts Bowel { get; }

    public SurgeryFacts Surgery { get; }

    public CareFacts Care { get; }

    public OrderFacts Orders { get; }

    public SurveillanceFacts Surveillance { get; }

    public HeredityFacts Heredity { get; }

    public InterventionFacts Interventions { get; }

    public ComplicationFacts Complications { get; }

    public LiverFacts Liver { get; }

    public WatchFacts Watch { get; }

    public LaboratoryFacts Laboratory { get; }

    public HormoneFacts Hormones { get; }

    public QualityFacts Quality { get; }

    /// <summary>Codes that nobody has mapped and whose wording names what the facts are read from; each once, in the order of the record.</summary>
    public ImmutableArray<UnmappedCode> UnmappedCodes => field.IsDefault ? field = new LocalCodes(Chart).Find() : field;

    /// <summary>The order in question; nothing is known of one unless this is one of <see cref="PerDraft"/>.</summary>
    public DraftFacts Draft { get; private set; }

    /// <summary>The same picture once for each order that is to be judged; all share the facts about the patient.</summary>
    internal ImmutableArray<ClinicalPicture> PerDraft => field.IsDefault
        ? field = [.. Chart.Record.Drafts.Where(draft => draft.IsJudged).Select(About)]
        : field;

    private Chart Chart { get; }

    private ClinicalPicture About(DraftOrder draft)
    {
        var about = (ClinicalPicture)MemberwiseClone();
        about.Draft = new(Chart, this, draft);
        return about;
    }
}
