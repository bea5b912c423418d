using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Single doses of long-acting analogues: recorded as given, or named with their day by an order or a booking.</summary>
internal sealed class DepotDoses(Chart chart, DrugList drugs)
{
    private ImmutableArray<DrugUse> Uses => field.IsDefault ? field = drugs.OfLongActingAnalogues() : field;

    /// <summary>The last recorded dose or dated order; an order without the day of a dose tells none.</summary>
    internal Fact<PartialDate> Last
    {
        get
        {
            var gaps = GapsWith(DataNeed.Procedures);
            if (Given.IsEmpty)
                return gaps.NotRecordedUnlessMissing<PartialDate>();
            var last = Given.MaxBy(dose => dose.Date)!;
            return gaps.Any ? gaps.MissingBeside<PartialDate>(last)
                : last.Date is { } date ? Fact.Known(date, last)
                : Fact.Unknown<PartialDate>(UnknownReason.NotRecorded, last);
        }
    }

    /// <summary>The next planned dose, of today or later.</summary>
    internal Fact<PartialDate> Next
    {
        get
        {
            var gaps = GapsWith(DataNeed.ServiceRequests, DataNeed.Appointments);
            var next = Planned.Where(dose => dose.Date is { } date && date.Last >= chart.Today).OrderBy(dose => dose.Date!.Value.First).FirstOrDefault();
            return next is null ? gaps.NotRecordedUnlessMissing<PartialDate>()
                : gaps.Any ? gaps.MissingBeside<PartialDate>(next)
                : Fact.Known(next.Date!.Value, next);
        }
    }

    /// <summary>Recorded and dated ones, in the order of the record.</summary>
    private ImmutableArray<Evidence> Given =>
    [
        .. Uses.Where(use => use.State == TherapyState.DoseGiven).Select(use => use.Evidence),
        .. Named.Where(dose => dose.Date is { } date && date.Last < chart.Today),
    ];

    private IEnumerable<Evidence> Planned =>
        Named
            .Concat(Uses.Where(use => use.State == TherapyState.Planned).Select(use => use.Evidence with { Date = use.Start }))
            .Concat(
                from appointment in chart.Record.All<Appointment>()
                where appointment.IsPending()
                let name = ImageSource.Of(appointment, chart).Name
                where IsLongActing(name)
                select new Evidence(appointment.Self, appointment.ClinicalDate(chart), Trust(name)))
            .Concat(
                from order in chart.Record.All<ServiceRequest>()
                where order.IsPending() && IsLongActing(order.Code)
                select new Evidence(order.Self, order.ClinicalDate(chart), Trust(order.Code)));

    /// <summary>The days that orders name.</summary>
    private IEnumerable<Evidence> Named =>
        from use in Uses
        where use is { WasGiven: true, Resource: MedicationUse }
        from dosage in DoseReader.DosagesOf((MedicationUse)use.Resource)
        from day in dosage.Timing?.Event ?? []
        select use.Evidence with { Date = chart.Date(day) };

    /// <summary>Whether a dose was given from one day to another, both included. One that is found proves it, whatever else could not be asked.</summary>
    internal Fact<bool> Between(DateOnly first, DateOnly last)
    {
        var found = Given.Where(dose => dose.Date is { } date && date.First >= first && date.Last <= last).ToArray();
        if (found.Length > 0)
            return Fact.Known(true, [.. found]);
        ImmutableArray<Evidence> perhaps = [.. Given.Where(dose => dose.Date is not { } date || (date.Last >= first && date.First <= last))];
        var gaps = GapsWith(DataNeed.Procedures);
        return gaps.Any || perhaps.IsEmpty ? gaps.NeverUnlessMissing() : Fact.Unknown<bool>(UnknownReason.NotRecorded, perhaps);
    }

    private Gaps GapsWith(params ImmutableArray<DataNeed> needs) => drugs.Gaps.And(chart.GapsIn(needs, "lanreotide", "octreotide"));

    private bool IsLongActing(CodeableConcept? name) =>
        chart.Means("lanreotide", name) || (chart.Means("octreotide", name) && chart.Means("octreotide-long-acting", name));

    private static Confidence Trust(CodeableConcept? name) => name is { IsCoded: true } ? Confidence.Coded : Confidence.FreeText;
}
