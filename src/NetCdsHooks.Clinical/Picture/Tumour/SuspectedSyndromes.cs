using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Syndromes that are recorded or suspected in a diagnosis, and insulinoma where low blood glucose stands beside a pancreatic tumour.
/// </summary>
internal sealed class SuspectedSyndromes(Chart chart, ClinicalPicture picture)
{
    /// <summary>A sign that is older than this when the tumour is found is not taken for one of the tumour.</summary>
    private const int YearsBefore = 2;

    internal Fact<ImmutableHashSet<Syndrome>> Syndromes
    {
        get
        {
            var evidence = TrustedEvidence.Of(All.Where(one => one.Answer == Truth.Yes).Select(one => one.Evidence));
            if (Gaps.Any)
                return Gaps.MissingBeside<ImmutableHashSet<Syndrome>>(evidence);
            var open = All.Where(one => Has(one.Syndrome) == Truth.Unknown).ToArray();
            if (open.Length > 0)
                return picture.Tumour.Site.WhyUnknown is null
                    ? Fact.Unknown<ImmutableHashSet<Syndrome>>(UnknownReason.Unusable, [.. open.Select(one => one.Evidence)])
                    : Fact.UnknownLike<ImmutableHashSet<Syndrome>>(picture.Tumour.Site) with { Evidence = evidence };
            return Fact.Known<ImmutableHashSet<Syndrome>>([.. All.Where(one => one.Answer == Truth.Yes).Select(one => one.Syndrome)], evidence);
        }
    }

    private ImmutableArray<(Syndrome Syndrome, Truth Answer, Evidence Evidence)> All => field.IsDefault ? field = Find() : field;

    private Gaps Gaps => chart.GapsIn([DataNeed.Conditions], [.. SyndromeReader.ConceptIds, "net", "hypoglycaemia"]) is { Any: true } conditions
        ? conditions
        : chart.GapsIn([DataNeed.Status], "functional-status");

    /// <summary>Whether one is suspected, which may be known where the list as a whole is not.</summary>
    internal Truth Has(Syndrome syndrome)
    {
        var answer = All.Where(one => one.Syndrome == syndrome).Aggregate(Truth.No, (sum, one) => sum.Or(one.Answer));
        return answer == Truth.No && Gaps.Any ? Truth.Unknown : answer;
    }

    internal ImmutableArray<Evidence> EvidenceOf(Syndrome syndrome) =>
        [.. All.Where(one => one.Syndrome == syndrome && one.Answer == Truth.Yes).Select(one => one.Evidence)];

    /// <summary>No for what is surely older than two years when the tumour was found; what has no date is taken as of now.</summary>
    internal Truth IsOfTheTumour(PartialDate? sign)
    {
        if (sign is not { } date || FirstDiagnosis is not { } found)
            return Truth.Yes;
        return date.First >= found.Last.AddYears(-YearsBefore) ? Truth.Yes
            : date.Last < found.First.AddYears(-YearsBefore) ? Truth.No
            : Truth.Unknown;
    }

    private PartialDate? FirstDiagnosis => picture.Tumour.Diagnoses.Select(diagnosis => diagnosis.Condition.ClinicalDate(chart)).Min();

    private ImmutableArray<(Syndrome, Truth, Evidence)> Find()
    {
        var reader = new SyndromeReader(chart);
        return
        [
            .. reader.Found.Concat(reader.Suspected).Select(found => (found.Syndrome, Truth.Yes, found.Evidence)),
            .. LowGlucose().Select(sign => (Syndrome.Insulinoma, IsOfTheTumour(sign.Date).And(IsPancreatic), sign)),
        ];
    }

    private Truth IsPancreatic => picture.Tumour.Site.Test(site => site == PrimarySite.Pancreas);

    /// <summary>An episode counts even after it is over.</summary>
    private IEnumerable<Evidence> LowGlucose() =>
        from condition in chart.Record.All<Condition>()
        where condition.IsConfirmed()
        let match = chart.Match("hypoglycaemia", condition.Code)
        where match != ConceptMatch.No
        select new Evidence(condition.Self, condition.ClinicalDate(chart), match.ConfidenceOfName(condition.Code));
}
