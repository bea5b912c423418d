using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One order or booking that is still to be carried out, with all that it is for.</summary>
internal sealed record PendingItem(ImmutableHashSet<PendingOrder> Kinds, PartialDate? Date, BodyRegions Regions, Evidence Evidence);

/// <summary>Orders and bookings that are still to be carried out; one whose day has passed is not.</summary>
internal static class PendingOrders
{
    private static readonly (PendingOrder Kind, string ConceptId)[] ByConcept =
    [
        (PendingOrder.Histology, "histology-test"),
        (PendingOrder.Histology, "biopsy"),
        (PendingOrder.Immunostains, "ihc-synaptophysin"),
        (PendingOrder.Immunostains, "ihc-chromogranin"),
        (PendingOrder.Ki67, "ki67"),
        (PendingOrder.ChromograninA, Analyte.ChromograninA.ConceptId),
        (PendingOrder.FiveHiaa, Analyte.FiveHiaaExcretion.ConceptId),
        (PendingOrder.FiveHiaa, Analyte.FiveHiaaConcentration.ConceptId),
        (PendingOrder.FiveHiaa, Analyte.FiveHiaaRatio.ConceptId),
        (PendingOrder.FiveHiaa, Analyte.FiveHiaaPlasma.ConceptId),
        (PendingOrder.NeuronSpecificEnolase, Analyte.NeuronSpecificEnolase.ConceptId),
        (PendingOrder.Endosonography, "eus"),
        (PendingOrder.MdtReview, "mdt-review"),
        (PendingOrder.Genetics, "men1-gene-test"),
        (PendingOrder.Genetics, "genetic-assessment"),
        (PendingOrder.Cholecystectomy, "cholecystectomy"),
        (PendingOrder.Insulin, LaboratoryTests.Insulin.ConceptId),
        (PendingOrder.Gastrin, LaboratoryTests.Gastrin.ConceptId),
        (PendingOrder.Glucagon, LaboratoryTests.Glucagon.ConceptId),
        (PendingOrder.Vip, LaboratoryTests.VasoactiveIntestinalPeptide.ConceptId),
        (PendingOrder.Acth, LaboratoryTests.Corticotropin.ConceptId),
        (PendingOrder.NtProBnp, LaboratoryTests.NtProBnp.ConceptId),
        (PendingOrder.Glucose, LaboratoryTests.Glucose.ConceptId),
        (PendingOrder.Glucose, LaboratoryTests.HaemoglobinA1c.ConceptId),
        (PendingOrder.Tsh, LaboratoryTests.Tsh.ConceptId),
        (PendingOrder.Calcium, LaboratoryTests.Calcium.ConceptId),
        (PendingOrder.ParathyroidHormone, LaboratoryTests.ParathyroidHormone.ConceptId),
        (PendingOrder.Echocardiography, "echocardiography"),
        (PendingOrder.Endoscopy, "endoscopy"),
    ];

    /// <summary>Those of the record, and those that come with the call.</summary>
    internal static IEnumerable<PendingItem> Of(Chart chart) =>
    [
        .. chart.Record.All<ServiceRequest>()
            .Where(order => order.IsPending() && !chart.IsOver(order.ClinicalDate(chart)))
            .Select(order => Read(ImageSource.Of(order, chart), order.Category, chart)),
        .. chart.Record.All<Appointment>()
            .Where(appointment => appointment.IsPending() && !chart.IsOver(appointment.ClinicalDate(chart)))
            .Select(appointment => Read(ImageSource.Of(appointment, chart), [], chart)),
        .. chart.Record.Drafts.Where(draft => draft.Gap is null)
            .Select(draft => DraftReading.Of(draft.Resource, chart))
            .Select(reading => new PendingItem(reading.Kinds, reading.Date, reading.Regions, reading.Evidence)),
    ];

    /// <summary>What an order or a booking is for.</summary>
    internal static ImmutableHashSet<PendingOrder> KindsOf(ImageSource order, ImmutableArray<CodeableConcept> category, Chart chart)
    {
        var kinds = ImmutableHashSet.CreateBuilder<PendingOrder>();
        foreach (var (kind, conceptId) in ByConcept.Concat(DrugKinds.ByConcept))
            if (chart.Means(conceptId, order.Name))
                kinds.Add(kind);
        var images = new ImageKinds(chart);
        if (images.CrossSectional(order) is not null)
            kinds.Add(PendingOrder.CtOrMri);
        else if (images.Sstr(order) is not null)
            kinds.Add(PendingOrder.SstrImaging);
        else if (images.FdgPet(order) is not null)
            kinds.Add(PendingOrder.FdgPet);
        if (IsSurgery(order.Name, category, kinds.Contains(PendingOrder.Histology), chart))
            kinds.Add(PendingOrder.Surgery);
        return kinds.ToImmutable();
    }

    private static PendingItem Read(ImageSource order, ImmutableArray<CodeableConcept> category, Chart chart) =>
        new(
            KindsOf(order, category, chart),
            order.Evidence.Date,
            order.Regions,
            order.Evidence with { Confidence = order.Name.IsCoded ? Confidence.Coded : Confidence.FreeText });

    /// <summary>A biopsy may be called surgical in words without being an operation.</summary>
    private static bool IsSurgery(CodeableConcept name, ImmutableArray<CodeableConcept> category, bool isHistology, Chart chart) =>
        chart.MatchOperation(Wording.Join([name, .. category])) > (isHistology ? ConceptMatch.ByText : ConceptMatch.No);
}
