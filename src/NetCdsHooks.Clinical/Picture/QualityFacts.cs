using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Data that could not be used.</summary>
public sealed class QualityFacts
{
    private static readonly ImmutableArray<DataNeed> Needs =
    [
        DataNeed.Conditions, DataNeed.Pathology, DataNeed.Markers, DataNeed.Status, DataNeed.Reports, DataNeed.Imaging,
        DataNeed.Procedures, DataNeed.MedicationAdministrations,
    ];

    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal QualityFacts(Chart chart, ClinicalPicture picture)
    {
        _chart = chart;
        _picture = picture;
    }

    /// <summary>One phrase each, without patient identifiers; answered and empty is the empty list.</summary>
    public Fact<ImmutableArray<string>> Problems => field ??= FindProblems();

    /// <summary>The first of them without the names of resources; NotRecorded when there is none.</summary>
    public Fact<string> FirstInBrief => field ??= Problems.Then(_ => Found is [var first, ..]
        ? Fact.Known(first.Brief, Problems.Evidence)
        : Fact.Unknown<string>(UnknownReason.NotRecorded));

    private ImmutableArray<QualityProblem> Found => field.IsDefault
        ? field =
        [
            .. new SiteProblems(_chart).Find(_picture.Tumour.Site),
            .. new PathologyProblems(_chart).Find(_picture.Pathology.Ki67, _picture.Pathology.Differentiation),
            .. new StageProblems(_chart, _picture.Tumour).Find(),
            .. new UnitProblems(_chart).Find(),
            .. GrowthProblems.Find(_picture.Size),
            .. new WithdrawnOnly(_chart).Find(),
            .. new FutureDates(_chart).Find(),
        ]
        : field;

    private Fact<ImmutableArray<string>> FindProblems()
    {
        var problems = Found;
        var gaps = _chart.GapsIn(Needs);
        return problems.IsEmpty && gaps.Any
            ? Fact.Missing<ImmutableArray<string>>(gaps.Reason, gaps.Needs)
            : Fact.Known<ImmutableArray<string>>(
                [.. problems.Select(problem => problem.Phrase)], [.. problems.SelectMany(problem => problem.Evidence).Distinct()]);
    }
}
