namespace NetCdsHooks.Clinical.Picture;

/// <summary>Finds sizes whose dates are too vague to tell whether the tumour grew.</summary>
internal static class GrowthProblems
{
    internal static IEnumerable<QualityProblem> Find(SizeFacts sizes) => sizes.GrowthInDoubt
        .Select(evidence => new QualityProblem($"the tumour size in {evidence.Resource} has a date too vague to tell its growth ({evidence.Date})", [evidence]));
}
