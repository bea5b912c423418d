using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Everything the record says of therapies, with each drug looked up.</summary>
internal sealed class DrugList
{
    private static readonly ImmutableArray<DataNeed> Needs =
        [DataNeed.MedicationRequests, DataNeed.MedicationStatements, DataNeed.MedicationAdministrations];

    private const string Atc = "http://www.whocc.no/atc";

    private static readonly ImmutableArray<string> Medicines =
    [
        "octreotide", "octreotide-long-acting", "lanreotide", "pasireotide", "paltusotine", "ppi", "h2-blocker", "platinum", "prrt", "everolimus",
        "everolimus-transplant", "sunitinib", "cabozantinib", "surufatinib", "belzutifan", "telotristat", "chemotherapy", "interferon", "opioid",
        "serotonergic", "hiaa-interfering", "histamine-releasing", "sympathomimetic", "diazoxide",
    ];

    private readonly Chart _chart;

    internal DrugList(Chart chart)
    {
        _chart = chart;
        Uses = [.. chart.Record.All<MedicationUse>().Select(Read).Where(use => use.State != TherapyState.Ignored)];
    }

    private ImmutableArray<DrugUse> Uses { get; }

    /// <summary>What keeps "not given" from being known, a drug that cannot be told included.</summary>
    internal Gaps Gaps
    {
        get
        {
            var gaps = _chart.GapsIn(Needs);
            if (gaps.Any)
                return gaps;
            ImmutableArray<string> nameless =
                [.. Uses.Where(use => use is { Drug: null, WasGiven: true }).Select(use => KeyOf(use.Resource)).Distinct()];
            return nameless.IsEmpty ? Gaps.None : new(UnknownReason.Unreadable, nameless);
        }
    }

    /// <summary>The uses of drugs that mean one of these concepts, without those stated not to be taken.</summary>
    internal ImmutableArray<DrugUse> Of(params ImmutableArray<string> conceptIds) =>
        [.. conceptIds.SelectMany(id => Taken([.. Uses.Where(use => _chart.Means(id, use.Drug))])).Distinct()];

    /// <summary>Injections and infusions of these drugs that were recorded as procedures.</summary>
    internal ImmutableArray<DrugUse> Procedures(params ImmutableArray<string> conceptIds) =>
    [
        .. _chart.Record.All<Procedure>()
            .Where(procedure => procedure.IsDone() && conceptIds.Any(id => _chart.Means(id, procedure.Code)))
            .Select(Read)
            .Where(use => use.State != TherapyState.Ignored),
    ];

    /// <summary>Octreotide is long-acting by a depot code or wording, or when it goes into a muscle; lanreotide always is.</summary>
    internal ImmutableArray<DrugUse> OfLongActingAnalogues() =>
    [
        .. Of("lanreotide"), .. Procedures("lanreotide"),
        .. Of("octreotide").Concat(Procedures("octreotide")).Where(IsDepot),
    ];

    /// <summary>Whether any of these was given; one that is found proves it.</summary>
    internal Fact<bool> AnyGiven(ImmutableArray<DrugUse> uses)
    {
        ImmutableArray<Evidence> given = [.. uses.Where(use => use.WasGiven).Select(use => use.Evidence)];
        return given.IsEmpty ? Gaps.NeverUnlessMissing() : Fact.Known(true, given);
    }

    /// <summary>Whether any of these is active, or was given or ended no more than so many days ago; one that is found proves it.</summary>
    internal Fact<bool> AnyActs(ImmutableArray<DrugUse> uses, int days)
    {
        var acting = uses.ToLookup(use => _chart.ActsToday(use, days), use => use.Evidence);
        return acting[Truth.Yes].Any() ? Fact.Known(true, [.. acting[Truth.Yes]])
            : Gaps.Any || !acting[Truth.Unknown].Any() ? Gaps.NeverUnlessMissing()
            : Fact.Unknown<bool>(UnknownReason.NotRecorded, [.. acting[Truth.Unknown]]);
    }

    /// <summary>Without a depot code or wording it is short-acting, whatever the dose.</summary>
    internal ImmutableArray<DrugUse> OfShortActingOctreotide() => [.. Of("octreotide").Where(IsShortActingOctreotide)];

    /// <summary>
    /// A statement that a drug is not taken outweighs orders and statements no later than itself; doses given stay.
    /// It speaks of depot octreotide or of the short-acting one, not of both.
    /// </summary>
    private IEnumerable<DrugUse> Taken(ImmutableArray<DrugUse> sameDrug)
    {
        var denials = sameDrug.Where(use => use.State == TherapyState.NotTaken).ToList();
        return sameDrug.Where(use => use.State != TherapyState.NotTaken
            && (use.State == TherapyState.DoseGiven || !denials.Any(denial => IsSameForm(use, denial) && IsNoLater(use.Evidence.Date, denial.Evidence.Date))));
    }

    private bool IsSameForm(DrugUse use, DrugUse denial) => !_chart.Means("octreotide", use.Drug) || IsDepot(use) == IsDepot(denial);

    private static bool IsNoLater(PartialDate? one, PartialDate? other) =>
        one is not { } first || other is not { } second || first.First <= second.Last;

    /// <summary>Whether a use, also one that is only ordered, is of a long-acting analogue.</summary>
    internal bool IsLongActingAnalogue(DrugUse use) =>
        _chart.Means("lanreotide", use.Drug) || (_chart.Means("octreotide", use.Drug) && IsDepot(use));

    internal bool IsShortActingOctreotide(DrugUse use) => _chart.Means("octreotide", use.Drug) && !IsDepot(use);

    private bool IsDepot(DrugUse use) =>
        _chart.Means("octreotide-long-acting", use.Drug)
        || use.Form.Instructions.Any(text => _chart.MeansText("octreotide-long-acting", text))
        || use.Form.Routes.Any(route => _chart.Means("octreotide-long-acting", route) || _chart.Means("route-intramuscular", route));

    internal DrugUse Read(MedicationUse use)
    {
        var drug = FindDrug(use);
        var (start, end) = (use.Start(_chart), use.End(_chart));
        ImmutableArray<Dosage> dosages = use switch
        {
            MedicationRequest request => request.DosageInstruction,
            MedicationStatement statement => statement.Dosage,
            MedicationAdministration { Dosage: { } dosage } => [dosage],
            _ => [],
        };
        return new(
            use,
            drug,
            new([.. dosages.Select(dosage => dosage.Text).OfType<string>()], [.. dosages.Select(dosage => dosage.Route).OfType<CodeableConcept>()]),
            use is MedicationStatement && _chart.IsFuture(start) ? TherapyState.Planned : Today(use.State(), start, end),
            start,
            end,
            new(use.Self, use.ClinicalDate(_chart), drug is { IsCoded: true } ? Confidence.Coded : Confidence.FreeText));
    }

    private DrugUse Read(Procedure procedure)
    {
        var date = procedure.ClinicalDate(_chart);
        return new(
            procedure,
            procedure.Code ?? new CodeableConcept(),
            new([], []),
            Today(TherapyState.DoseGiven, date, date),
            date,
            date,
            new(procedure.Self, date, procedure.Code is { IsCoded: true } ? Confidence.Coded : Confidence.FreeText));
    }

    /// <summary>What is dated in the future was not given yet.</summary>
    private TherapyState Today(TherapyState state, PartialDate? start, PartialDate? end) => state switch
    {
        TherapyState.DoseGiven or TherapyState.Past when _chart.IsFuture(start) => TherapyState.Ignored,
        TherapyState.Active or TherapyState.Paused when end is { } last && last.Last < _chart.Today => TherapyState.Past,
        _ => state,
    };

    private CodeableConcept? FindDrug(MedicationUse use)
    {
        if (use.MedicationCodeableConcept is { } stated)
            return IsTold(stated) ? stated : null;
        var reference = use.MedicationReference;
        var medication = use.Resolve<Medication>(reference)
            ?? (reference?.Target is { } target ? _chart.Record.All<Medication>().FirstOrDefault(item => item.Id == target || (item.Id is { } id && id == reference.IdOf("Medication"))) : null);
        return medication is not null && Wording.Join([medication.Code, .. medication.Ingredient.Select(part => part.ItemCodeableConcept)]) is var drug && IsTold(drug) ? drug
            : reference?.Display is { } display ? new CodeableConcept { Text = display }
            : null;
    }

    /// <summary>A bare code of no list may be any drug: the lists hold every ATC group that matters, but not every product.</summary>
    private bool IsTold(CodeableConcept drug) =>
        drug.Wordings.Any()
        || drug.Coding.Any(coding => coding is { System: Atc, Code: not null })
        || Medicines.Any(id => _chart.Means(id, drug));

    private static string KeyOf(Resource resource) =>
        NeedInfo.All.First(need => need.ResourceType == resource.TypeName).Key;
}
