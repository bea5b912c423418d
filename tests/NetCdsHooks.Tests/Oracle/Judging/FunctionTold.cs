using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Does the tumour make hormones (codes part 2, <c>functional</c>).</summary>
internal sealed class FunctionTold(Judge judge)
{
    private IEnumerable<Hormone> Hormones => judge.Patient.Diagnoses.Where(diagnosis => diagnosis.IsActive).Select(diagnosis => diagnosis.Kind.Hormone).OfType<Hormone>();

    private bool HasGap => judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Status, DataNeed.Reports);

    /// <summary>Beside a code; such a statement weighs as much as a coded syndrome.</summary>
    private bool IsDeniedFirmly => judge.Patient.Diagnoses.Any(diagnosis => diagnosis.Counts && diagnosis.Wording == OtherCodes.NotFunctioning);

    /// <summary>A syndrome is coded, and so is that there is none.</summary>
    internal bool IsContradictory => Hormones.Any() && IsDeniedFirmly;

    private bool IsDenied => IsDeniedFirmly || judge.Results(FindingKinds.Function).Any();

    /// <summary>Normal chromogranin A and 5-HIAA, which say enough of a tumour that could make nothing but serotonin.</summary>
    private Verdict IsWorkedUp => Verdicts.All(
        judge.Tumour.Site.Is(site => site is not (Place.Pancreas or Place.Duodenum)),
        Verdicts.Not(judge.Markers.IsChromograninRaised),
        Verdicts.Not(judge.Markers.IsHiaaRaised));

    /// <summary>A syndrome is known; without one, a statement that there is none makes it a no; both exclude each other.</summary>
    internal Verdict IsFunctional => Hormones.Any() ? IsDeniedFirmly ? Verdict.NotTold : Verdict.Yes
        : IsDenied ? Verdict.No
        : HasGap || (judge.Tumour.Site.IsTold && IsWorkedUp.IsOpen) ? Verdict.NotAsked
        : IsWorkedUp == Verdict.Yes ? Verdict.No
        : Verdict.NotTold;

    internal Verdict IsNonFunctional => Verdicts.Not(IsFunctional);

    internal Verdict Has(Hormone hormone) => Verdicts.Found(Hormones.Contains(hormone), judge.Gap(DataNeed.Conditions));

    /// <summary>From two years before the tumour on.</summary>
    internal Verdict HasHypoglycaemia => Verdicts.Any(
    [
        Verdicts.Found(false, judge.Gap(DataNeed.Conditions)),
        .. judge.Patient.Diagnoses.Where(diagnosis => diagnosis.Counts && diagnosis.Kind.Mark == Mark.Hypoglycaemia).Select(diagnosis =>
            Days.Read(diagnosis.Date) is not { } day || judge.Tumour.KnownSince is not { } known || day.First >= known.AddYears(-2) ? Verdict.Yes
            : day.Last < known.AddYears(-2) ? Verdict.No
            : Verdict.NotTold),
    ]);

    /// <summary>Known, or named in a diagnosis that is not certain yet.</summary>
    internal Verdict IsSuspected(Hormone hormone) => Verdicts.Found(
        Hormones.Contains(hormone) || judge.Patient.Diagnoses.Any(diagnosis => diagnosis.IsSuspected && diagnosis.Kind.Hormone == hormone),
        judge.Gap(DataNeed.Conditions, DataNeed.Status));

    /// <summary>Ever, also one that is over.</summary>
    internal Verdict HadCrisis => Verdicts.Found(judge.Patient.Diagnoses.Any(diagnosis => diagnosis.Counts && diagnosis.Kind.Mark == Mark.Crisis), judge.Gap(DataNeed.Conditions));

    internal Verdict NeedsCover => Verdicts.Any(IsFunctional, HadCrisis, Has(Hormone.Carcinoid));

    internal Verdict HasAny => Verdicts.Found(Hormones.Any(), judge.Gap(DataNeed.Conditions));

    internal Verdict IsStatedNonFunctional => Verdicts.Any(Verdicts.Found(IsDenied, HasGap), Verdicts.Recorded(IsNonFunctional));
}
