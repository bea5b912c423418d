using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// What the record means on one day, as facts. Each fact is worked out when it is first asked for, and once.
/// </summary>
/// <param name="record">What is known of the patient.</param>
/// <param name="concepts">What codes and words mean.</param>
/// <param name="today">The day for which due dates and ages are worked out.</param>
/// <param name="zone">The site's time zone, in which moments become days.</param>
public sealed class ClinicalPicture(PatientRecord record, ConceptLibrary concepts, DateOnly today, TimeZoneInfo zone)
{
    public DateOnly Today => today;

    public PatientFacts Patient => field ??= new(Chart);

    public TumourFacts Tumour => field ??= new(Chart, this);

    public PathologyFacts Pathology => field ??= new(Chart, this);

    public HeredityFacts Heredity => field ??= new(Chart);

    public StageFacts Stage => field ??= new(Chart, this);

    public SizeFacts Size => field ??= new(Chart, this);

    public FunctionFacts Function => field ??= new(Chart, this);

    public ReceptorFacts Receptor => field ??= new(Chart, this);

    public ImagingFacts Imaging => field ??= new(Chart, this);

    public MarkerFacts Markers => field ??= new(Chart, this);

    public LaboratoryFacts Laboratory => field ??= new(Chart, this);

    public HormoneFacts Hormones => field ??= new(Chart, this);

    public MedicationFacts Medication => field ??= new(Chart, this);

    public SurgeryFacts Surgery => field ??= new(Chart, this);

    public CareFacts Care => field ??= new(Chart, this);

    public InterventionFacts Interventions => field ??= new(Chart);

    public ComplicationFacts Complications => field ??= new(Chart);

    public LiverFacts Liver => field ??= new(Chart);

    public WatchFacts Watch => field ??= new(Chart, this);

    public OrderFacts Orders => field ??= new(Chart, this);

    public SurveillanceFacts Surveillance => field ??= new(Chart, this);

    public QualityFacts Quality => field ??= new(Chart, this);

    private Chart Chart => field ??= new(record, concepts, today, zone);
}
