using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>Hormone syndromes.</summary>
public sealed class FunctionFacts
{
    private readonly Chart _chart;
    private readonly ClinicalPicture _picture;

    internal FunctionFacts(Chart chart, ClinicalPicture picture) => (_chart, _picture) = (chart, picture);

    /// <summary>Recorded syndromes; answered and empty is the empty set.</summary>
    public Fact<ImmutableHashSet<Syndrome>> Syndromes => field ??= FindSyndromes();

    public Fact<bool> CarcinoidSyndrome => field ??= FindCarcinoid();

    /// <summary>Non-functional only from an explicit statement, or none recorded and a normal hormone work-up.</summary>
    public Fact<FunctionalStatus> Status => field ??= FindStatus();

    private SyndromeReader Reader => field ??= new(_chart);

    /// <summary>A syndrome that was found is there, however much more there may be.</summary>
    internal Truth Has(Syndrome syndrome) =>
        Reader.Found.Any(found => found.Syndrome == syndrome) ? Truth.Yes
        : Reader.Gaps.Any ? Truth.Unknown
        : Truth.No;

    private Fact<ImmutableHashSet<Syndrome>> FindSyndromes()
    {
        var evidence = TrustedEvidence.Of(Reader.Found.Select(found => found.Evidence));
        return Reader.Gaps is { Any: true } gaps
            ? Fact.Missing<ImmutableHashSet<Syndrome>>(gaps.Reason, gaps.Needs) with { Evidence = evidence }
            : Fact.Known<ImmutableHashSet<Syndrome>>([.. Reader.Found.Select(found => found.Syndrome)], evidence);
    }

    private Fact<bool> FindCarcinoid()
    {
        var evidence = TrustedEvidence.Of(Reader.Found.Where(found => found.Syndrome == Syndrome.Carcinoid).Select(found => found.Evidence));
        return evidence.IsEmpty ? Reader.Gaps.NeverUnlessMissing() : Fact.Known(true, evidence);
    }

    /// <summary>Of a syndrome and a statement that there is none, the one with the better evidence counts; equal ones exclude each other.</summary>
    private Fact<FunctionalStatus> FindStatus()
    {
        var functional = TrustedEvidence.Of(Reader.Found.Select(found => found.Evidence));
        var statement = TrustedEvidence.Of(new NonFunctionalStatements(_chart, _picture.Tumour).Find());
        return (functional, statement) switch
        {
            ({ IsEmpty: true }, { IsEmpty: true }) => FromHormones(),
            (_, { IsEmpty: true }) => Fact.Known(FunctionalStatus.Functional, functional),
            ({ IsEmpty: true }, _) => Fact.Known(FunctionalStatus.NonFunctional, statement),
            _ when functional[0].Confidence > statement[0].Confidence => Fact.Known(FunctionalStatus.Functional, functional),
            _ when functional[0].Confidence < statement[0].Confidence => Fact.Known(FunctionalStatus.NonFunctional, statement),
            _ => Fact.Unknown<FunctionalStatus>(UnknownReason.Conflicting, [.. functional, .. statement]),
        };
    }

    /// <summary>
    /// Chromogranin A and 5-HIAA show that a tumour makes no serotonin. In pancreas and duodenum it may make insulin, gastrin
    /// and others, which they do not show.
    /// </summary>
    private Fact<FunctionalStatus> FromHormones()
    {
        if (Reader.Gaps is { Any: true } gaps)
            return gaps.NotRecordedUnlessMissing<FunctionalStatus>();
        if (NonFunctionalStatements.GapsIn(_chart) is { Any: true } unread)
            return unread.NotRecordedUnlessMissing<FunctionalStatus>();
        if (_picture.Tumour.Site is not Fact<PrimarySite>.Known { Value: not (PrimarySite.Pancreas or PrimarySite.Duodenum) })
            return Fact.Unknown<FunctionalStatus>(UnknownReason.NotRecorded);
        return _picture.Markers.ChromograninAElevated.Then(chromogranin => _picture.Markers.FiveHiaaElevated.Then(hydroxyindole =>
            chromogranin || hydroxyindole
                ? Fact.Unknown<FunctionalStatus>(UnknownReason.NotRecorded)
                : Fact.Known(
                    FunctionalStatus.NonFunctional,
                    [.. _picture.Markers.ChromograninAElevated.Evidence, .. _picture.Markers.FiveHiaaElevated.Evidence])));
    }
}
