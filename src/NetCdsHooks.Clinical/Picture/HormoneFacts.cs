using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Hormones in blood, the syndromes that they belong to, and what the heart says.</summary>
public sealed class HormoneFacts
{
    /// <summary>mg/dL; below it hypoglycaemia is clinically important whatever the symptoms.</summary>
    private const decimal SevereGlucose = 54;

    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal HormoneFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>pg/mL, latest.</summary>
    public Fact<Interval<decimal>> NtProBnp => field ??= NtProBnpSeries.LatestNumber(LaboratoryTests.NtProBnp.Unit);

    public Fact<PartialDate> LastNtProBnp => field ??= NtProBnpSeries.LastDate;

    public Fact<MarkerValue> Insulin => field ??= LatestOf(LaboratoryTests.Insulin);

    public Fact<MarkerValue> CPeptide => field ??= LatestOf(LaboratoryTests.CPeptide);

    public Fact<MarkerValue> Gastrin => field ??= LatestOf(LaboratoryTests.Gastrin);

    public Fact<MarkerValue> Glucagon => field ??= LatestOf(LaboratoryTests.Glucagon);

    public Fact<MarkerValue> VasoactiveIntestinalPeptide => field ??= LatestOf(LaboratoryTests.VasoactiveIntestinalPeptide);

    public Fact<MarkerValue> Corticotropin => field ??= LatestOf(LaboratoryTests.Corticotropin);

    /// <summary>Recorded, suspected in a diagnosis, or to be thought of for what the patient has.</summary>
    public Fact<ImmutableHashSet<Syndrome>> SuspectedSyndromes => field ??= Suspicions.Syndromes;

    /// <summary>The hormones of suspected syndromes that were never measured.</summary>
    public Fact<ImmutableHashSet<HormoneTest>> MissingTests => field ??= Untested.Select(found => found.Select(one => one.Test).ToImmutableHashSet());

    /// <summary>The suspected syndromes whose hormone was never measured.</summary>
    public Fact<ImmutableHashSet<Syndrome>> UntestedSyndromes =>
        field ??= Untested.Select(found => found.Select(one => one.Syndrome).ToImmutableHashSet());

    /// <summary>Glucose below 54 mg/dL or dehydration, when it can be of the tumour.</summary>
    public Fact<bool> SevereEffect => field ??= FindSevereEffect();

    private SuspectedSyndromes Suspicions => field ??= new(_chart, _picture);

    private MarkerSeries NtProBnpSeries => field ??= new(_chart, LaboratoryTests.NtProBnp);

    private Fact<ImmutableHashSet<(Syndrome Syndrome, HormoneTest Test)>> Untested => field ??= FindUntested();

    /// <summary>Whether a syndrome is suspected, which may be known where the list as a whole is not.</summary>
    internal Truth IsSuspected(Syndrome syndrome) => Suspicions.Has(syndrome);

    /// <summary>Whether a test is missing, which may be known where the list as a whole is not.</summary>
    internal Truth IsMissing(HormoneTest test) => Suspicions.Has(HormoneTests.SyndromeOf(test)).And(WasMeasured(test).Not());

    /// <summary>A result that cannot be used shows that it was measured, and so does one beside others that could not be retrieved.</summary>
    private Truth WasMeasured(HormoneTest test)
    {
        var result = ResultOf(test);
        return !result.Evidence.IsEmpty || result.WhyUnknown is null ? Truth.Yes
            : result.WhyUnknown == UnknownReason.NotRecorded ? Truth.No
            : Truth.Unknown;
    }

    private Fact<MarkerValue> ResultOf(HormoneTest test) => test switch
    {
        HormoneTest.Insulin => Insulin,
        HormoneTest.Gastrin => Gastrin,
        HormoneTest.Glucagon => Glucagon,
        HormoneTest.Vip => VasoactiveIntestinalPeptide,
        HormoneTest.Acth => Corticotropin,
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, null),
    };

    private Fact<ImmutableHashSet<(Syndrome Syndrome, HormoneTest Test)>> FindUntested()
    {
        var tests = Enum.GetValues<HormoneTest>();
        var missing = tests.Where(test => IsMissing(test) == Truth.Yes).Select(test => (HormoneTests.SyndromeOf(test), test)).ToImmutableHashSet();
        var evidence = TrustedEvidence.Of(missing.SelectMany(one => Suspicions.EvidenceOf(one.Item1)));
        var open = tests.Where(test => IsMissing(test) == Truth.Unknown)
            .Select(test => Suspicions.Has(HormoneTests.SyndromeOf(test)) == Truth.Unknown ? (IFact)SuspectedSyndromes : ResultOf(test))
            .OrderBy(fact => fact.Missing.IsEmpty)
            .FirstOrDefault();
        return open is null
            ? Fact.Known(missing, evidence)
            : Fact.UnknownLike<ImmutableHashSet<(Syndrome, HormoneTest)>>(open) with { Evidence = evidence };
    }

    private Fact<bool> FindSevereEffect()
    {
        var glucose = new MarkerSeries(_chart, LaboratoryTests.Glucose);
        ImmutableArray<Evidence> found =
        [
            .. glucose.Results
                .Where(result => result.Value is { Canonical: { } value, Unit: "mg/dL" } && value.Below(SevereGlucose) == Truth.Yes)
                .Select(result => result.Evidence),
            .. from condition in _chart.Record.All<Condition>()
               where condition.IsConfirmed() && condition.IsActive()
               let match = _chart.Match("dehydration", condition.Code)
               where match != ConceptMatch.No
               select new Evidence(condition.Self, condition.ClinicalDate(_chart), match.ConfidenceOfName(condition.Code)),
        ];
        var evidence = TrustedEvidence.Of(found.Where(item => Suspicions.IsOfTheTumour(item.Date) == Truth.Yes));
        if (!evidence.IsEmpty)
            return Fact.Known(true, evidence);
        var gaps = _chart.GapsIn([DataNeed.Conditions], "dehydration", "net") is { Any: true } conditions ? conditions : glucose.Gaps;
        return !gaps.Any && found.Any(item => Suspicions.IsOfTheTumour(item.Date) == Truth.Unknown)
            ? Fact.Unknown<bool>(UnknownReason.Unusable, found)
            : gaps.NeverUnlessMissing();
    }

    private Fact<MarkerValue> LatestOf(Analyte analyte) => new MarkerSeries(_chart, analyte).LatestValue;
}
