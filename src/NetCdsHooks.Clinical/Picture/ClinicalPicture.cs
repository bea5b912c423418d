using System.Collections.Immutable;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// What the record means on one day, as facts. Each fact is worked out when it is first asked for, and once.
/// </summary>
public sealed class ClinicalPicture
{
    private readonly Chart _chart;

    /// <param name="record">What is known of the patient.</param>
    /// <param name="concepts">What codes and words mean.</param>
    /// <param name="today">The day for which due dates and ages are worked out.</param>
    /// <param name="zone">The site's time zone, in which moments become days.</param>
    public ClinicalPicture(PatientRecord record, ConceptLibrary concepts, DateOnly today, TimeZoneInfo zone)
    {
        _chart = new(record, concepts, today, zone);
        Patient = new(_chart);
        Tumour = new(_chart, this);
        Pathology = new(_chart, this);
        Stage = new(_chart, this);
        Size = new(_chart, this);
        Function = new(_chart, this);
        Receptor = new(_chart, this);
        Imaging = new(_chart, this);
        Markers = new(_chart, this);
        Medication = new(_chart, this);
        Surgery = new(_chart, this);
        Care = new(_chart, this);
        Orders = new(_chart, this);
        Surveillance = new(_chart, this);
        Quality = new(_chart, this);
        Draft = new(_chart, this, null);
    }

    public DateOnly Today => _chart.Today;

    public Hook Hook => _chart.Record.Hook;

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

    public SurgeryFacts Surgery { get; }

    public CareFacts Care { get; }

    public OrderFacts Orders { get; }

    public SurveillanceFacts Surveillance { get; }

    public QualityFacts Quality { get; }

    /// <summary>The order in question; nothing is known of one unless this is one of <see cref="PerDraft"/>.</summary>
    public DraftFacts Draft { get; private set; }

    /// <summary>The same picture once for each order that is to be judged; all share the facts about the patient.</summary>
    internal ImmutableArray<ClinicalPicture> PerDraft => field.IsDefault
        ? field = [.. _chart.Record.Drafts.Where(draft => draft.IsJudged).Select(About)]
        : field;

    private ClinicalPicture About(DraftOrder draft)
    {
        var about = (ClinicalPicture)MemberwiseClone();
        about.Draft = new(_chart, this, draft);
        return about;
    }
}
