using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Counts the cycles of radionuclide therapy that were given and finds those still to come.</summary>
internal sealed class PrrtCourses(Chart chart, DrugList drugs)
{
    private const string Prrt = "prrt";

    /// <summary>A number that stands with the word, such as <c>cycle 3 of 4</c>; the first is the one that was given.</summary>
    private static readonly Regex NumberedCycle = new(
        @"\bcycle\s*(?:no\.?|nr\.?|number|#)?\s*(?<number>[1-9])\b|\b(?<number>[1-9])(?:st|nd|rd|th)\s+cycle\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private ImmutableArray<DrugUse> Medicines => field.IsDefault ? field = drugs.Of(Prrt) : field;

    private ImmutableArray<DrugUse> Given => field.IsDefault
        ? field = [.. Medicines.Where(use => use.State == TherapyState.DoseGiven), .. drugs.Procedures(Prrt)]
        : field;

    /// <summary>
    /// Each dose or procedure is one; a dose and a procedure of one day are the same. A cycle with a number tells of those before it.
    /// </summary>
    internal Fact<Interval<decimal>> Cycles
    {
        get
        {
            var told = Medicines.Where(use => use.State == TherapyState.Past || use is { IsCurrent: true, Resource: MedicationStatement }).ToArray();
            ImmutableArray<Evidence> evidence = [.. Given.Concat(told).Select(use => use.Evidence)];
            if (Gaps is { Any: true } gaps)
                return gaps.MissingBeside<Interval<decimal>>(evidence);
            var dated = Given.Where(use => use.Start is not null).GroupBy(use => use.Start!.Value).ToArray();
            var numbered = Given.Select(NumberOf).DefaultIfEmpty().Max();
            var least = Math.Max(Math.Max(dated.Length, numbered), Given.Length + told.Length > 0 ? 1 : 0);
            var most = Given.Length == 0 && told.Length > 0 ? decimal.MaxValue : Math.Max(least, dated.Sum(SeparateOnes) + Given.Count(use => use.Start is null));
            return Fact.Known(new Interval<decimal>(least, most), evidence);
        }
    }

    internal Fact<bool> Planned => Still.IsEmpty ? PlannedGaps.NeverUnlessMissing() : Fact.Known(true, [.. Still.Select(planned => planned.Evidence)]);

    /// <summary>The next day that one is planned for; one without a day tells nothing beside one that names it.</summary>
    internal Fact<PartialDate> Next =>
        Still.Where(planned => planned.Day?.Last >= chart.Today).OrderBy(planned => planned.Day?.First).ToArray() is [{ Day: { } next } first, ..]
            ? Fact.Known(next, first.Evidence)
            : PlannedGaps.NotRecordedUnlessMissing<PartialDate>();

    private ImmutableArray<(PartialDate? Day, Evidence Evidence)> Still => field.IsDefault
        ? field =
        [
            .. from use in Medicines
               where use is { State: TherapyState.Planned } or { IsCurrent: true, Resource: MedicationRequest }
               select ((use.Resource as MedicationRequest)?.PlannedDay(chart), use.Evidence),
            .. from order in chart.Record.All<ServiceRequest>()
               where order.IsPending() && !chart.IsOver(order.ClinicalDate(chart)) && chart.Means(Prrt, order.Code)
               select (order.ClinicalDate(chart), new Evidence(order.Self, order.ClinicalDate(chart), Trust(order.Code))),
            .. from appointment in chart.Record.All<Appointment>()
               where appointment.IsPending() && !chart.IsOver(appointment.ClinicalDate(chart))
               let name = ImageSource.Of(appointment, chart).Name
               where chart.Means(Prrt, name)
               select (appointment.ClinicalDate(chart), new Evidence(appointment.Self, appointment.ClinicalDate(chart), Trust(name))),
            .. from procedure in chart.Record.All<Procedure>()
               where procedure.IsPlanned() && !chart.IsOver(procedure.ClinicalDate(chart)) && chart.Means(Prrt, procedure.Code)
               select (procedure.ClinicalDate(chart), new Evidence(procedure.Self, procedure.ClinicalDate(chart), Trust(procedure.Code))),
        ]
        : field;

    private Gaps PlannedGaps => Gaps.And(chart.GapsIn([DataNeed.ServiceRequests, DataNeed.Appointments]));

    private Gaps Gaps => drugs.Gaps.And(chart.GapsIn([DataNeed.Procedures], Prrt));

    /// <summary>What happened on one day is told twice; a month or a year may hold several.</summary>
    private static int SeparateOnes(IGrouping<PartialDate, DrugUse> day) =>
        day.Key.IsExact ? 1 : day.Count();

    private static int NumberOf(DrugUse use) =>
        (use.Drug?.Wordings ?? []).Concat(use.Form.Instructions).Select(text => NumberedCycle.Match(text))
            .Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            .DefaultIfEmpty()
            .Max();

    private static Confidence Trust(CodeableConcept? name) => name is { IsCoded: true } ? Confidence.Coded : Confidence.FreeText;
}
