using System.Collections.Immutable;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Sorts orders of services and bookings by what cards ask about.</summary>
internal static class OrderKinds
{
    private static readonly (OrderKind Kind, string ConceptId)[] ByConcept =
    [
        (OrderKind.Histology, "histology-test"),
        (OrderKind.Histology, "biopsy"),
        (OrderKind.Immunostains, "ihc-synaptophysin"),
        (OrderKind.Immunostains, "ihc-chromogranin"),
        (OrderKind.Ki67, "ki67"),
        (OrderKind.ChromograninA, Analyte.ChromograninA.ConceptId),
        (OrderKind.FiveHiaa, Analyte.FiveHiaaExcretion.ConceptId),
        (OrderKind.FiveHiaa, Analyte.FiveHiaaConcentration.ConceptId),
        (OrderKind.FiveHiaa, Analyte.FiveHiaaRatio.ConceptId),
        (OrderKind.FiveHiaa, Analyte.FiveHiaaPlasma.ConceptId),
        (OrderKind.NeuronSpecificEnolase, Analyte.NeuronSpecificEnolase.ConceptId),
        (OrderKind.Endosonography, "eus"),
        (OrderKind.MdtReview, "mdt-review"),
        (OrderKind.SurgeryReferral, "surgery-referral"),
        (OrderKind.Genetics, "men1-gene-test"),
        (OrderKind.Genetics, "genetic-assessment"),
        (OrderKind.Cholecystectomy, "cholecystectomy"),
        (OrderKind.Insulin, LaboratoryTests.Insulin.ConceptId),
        (OrderKind.Gastrin, LaboratoryTests.Gastrin.ConceptId),
        (OrderKind.Glucagon, LaboratoryTests.Glucagon.ConceptId),
        (OrderKind.Vip, LaboratoryTests.VasoactiveIntestinalPeptide.ConceptId),
        (OrderKind.Acth, LaboratoryTests.Corticotropin.ConceptId),
        (OrderKind.NtProBnp, LaboratoryTests.NtProBnp.ConceptId),
        (OrderKind.Glucose, LaboratoryTests.Glucose.ConceptId),
        (OrderKind.Glucose, LaboratoryTests.HaemoglobinA1c.ConceptId),
        (OrderKind.Tsh, LaboratoryTests.Tsh.ConceptId),
        (OrderKind.Calcium, LaboratoryTests.Calcium.ConceptId),
        (OrderKind.ParathyroidHormone, LaboratoryTests.ParathyroidHormone.ConceptId),
        (OrderKind.Echocardiography, "echocardiography"),
        (OrderKind.Endoscopy, "endoscopy"),
    ];

    /// <summary>What an order or a booking is for.</summary>
    internal static ImmutableHashSet<OrderKind> Of(ImageSource order, ImmutableArray<CodeableConcept> category, Chart chart)
    {
        var kinds = ImmutableHashSet.CreateBuilder<OrderKind>();
        foreach (var (kind, conceptId) in ByConcept.Concat(DrugKinds.ByConcept))
            if (chart.Means(conceptId, order.Name))
                kinds.Add(kind);
        var images = new ImageKinds(chart);
        if (images.CrossSectional(order) is not null)
            kinds.Add(OrderKind.CtOrMri);
        else if (images.Sstr(order) is not null)
            kinds.Add(OrderKind.SstrImaging);
        else if (images.FdgPet(order) is not null)
            kinds.Add(OrderKind.FdgPet);
        if (IsSurgery(order.Name, category, kinds.Contains(OrderKind.Histology), chart))
            kinds.Add(OrderKind.Surgery);
        return kinds.ToImmutable();
    }

    internal static IEnumerable<OrderKind> Of(ImmutableHashSet<Intervention> interventions) =>
        interventions.Select(intervention => intervention switch
        {
            Intervention.Surgery => OrderKind.Surgery,
            Intervention.AbdominalSurgery => OrderKind.AbdominalSurgery,
            Intervention.PancreasSurgery => OrderKind.PancreasSurgery,
            Intervention.ThoracicSurgery => OrderKind.ThoracicSurgery,
            Intervention.LiverBiopsy => OrderKind.LiverBiopsy,
            Intervention.LiverDirected => OrderKind.LiverDirected,
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    /// <summary>A biopsy may be called surgical in words without being an operation.</summary>
    private static bool IsSurgery(CodeableConcept name, ImmutableArray<CodeableConcept> category, bool isHistology, Chart chart) =>
        chart.MatchOperation(Wording.Join([name, .. category])) > (isHistology ? ConceptMatch.ByText : ConceptMatch.No);
}
