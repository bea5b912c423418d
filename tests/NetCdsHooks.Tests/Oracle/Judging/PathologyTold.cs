using System.Globalization;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Tissue, Ki-67, mitoses, grade and differentiation (clinical parts 4.1 and 4.2).</summary>
internal sealed class PathologyTold(Judge judge)
{
    private static readonly Dictionary<string, Amount?> Words = new()
    {
        ["2-3 %"] = new(2, true, 3, true),
        ["<3 %"] = new(0, true, 3, false),
        [">20 %"] = new(20, false, 100, true),
        [">=20 %"] = new(20, true, 100, true),
        ["15-25 %"] = new(15, true, 25, true),
        ["<1 %"] = new(0, true, 1, false),
        ["<=3 %"] = new(0, true, 3, true),
        ["3-20 %"] = new(3, true, 20, true),
        ["10 - 15 %"] = new(10, true, 15, true),
        ["approximately 5 %"] = Amount.Exactly(5),
        ["2,5 %"] = Amount.Exactly(2.5m),
        ["low"] = null,
        ["150 %"] = null,
    };

    private static readonly FindingKind[] TissueResults =
        [FindingKinds.Morphology, FindingKinds.Ki67, FindingKinds.Mitoses, FindingKinds.Synaptophysin, FindingKinds.ChromograninStain];

    internal bool HasGap => judge.Gap(DataNeed.Pathology);

    /// <summary>Reports may hold in words what no result says.</summary>
    private bool HasTextGap => judge.Gap(DataNeed.Pathology, DataNeed.Reports);

    private bool HasAnyGap => HasTextGap || judge.Gap(DataNeed.Conditions);

    internal Verdict IsConfirmed => Verdicts.Found(
        judge.Patient.Reports.Any(report => report.Kind.IsPathology && report.Counts && !Calendar.IsFuture(report.Date, judge.Today))
            || judge.Results(TissueResults).Any(result => result.Absent is null)
            || judge.Patient.Acts.Any(act => act.Status == "completed" && act.Kind.IsBiopsy),
        judge.Gap(DataNeed.Conditions, DataNeed.Pathology, DataNeed.Reports, DataNeed.Procedures));

    internal Verdict IsMeasured(FindingKind kind)
    {
        var results = judge.Results(kind).ToArray();
        if (results.Any(result => result.Absent is null))
            return Verdict.Yes;
        return results.Any(result => result.Absent != "not-performed") ? Verdict.NotTold : Verdicts.Found(false, HasTextGap);
    }

    /// <summary>The latest of each place, and of those the highest; a result without a place gives way to any later one.</summary>
    internal Told<Amount> Ki67
    {
        get
        {
            var results = judge.Results(FindingKinds.Ki67).Where(result => result.Absent is null).ToArray();
            if (HasGap || results.Length == 0)
                return Told<Amount>.Nothing(HasTextGap);
            var perPlace = results.GroupBy(result => result.Site)
                .Select(place => place.GroupBy(result => result.Date).OrderBy(day => Days.Read(day.Key)?.Last ?? DateOnly.MinValue).Last())
                .ToArray();
            var lastOfPlaces = perPlace.Where(day => day.First().Site is not null).Max(day => Days.Read(day.Key)?.Last);
            var latest = perPlace.Where(day => day.First().Site is not null || !(Days.Read(day.Key)?.Last < lastOfPlaces))
                .SelectMany(day => day).Select(Read).OfType<Amount>().ToArray();
            return latest.Length == 0 ? Told<Amount>.Nothing(HasTextGap) : Told<Amount>.Of(latest.OrderBy(amount => amount.High).ThenBy(amount => amount.Low).Last());
        }
    }

    /// <summary>Per 2 square millimetres.</summary>
    internal Told<decimal> Mitoses =>
        HasGap || judge.Latest(judge.Results(FindingKinds.Mitoses)) is not { } result ? Told<decimal>.Nothing(HasGap) : Told<decimal>.Of(result.Amount!.Value * 2);

    internal Told<int> ReportedGrade =>
        HasGap || judge.Latest(judge.Results(FindingKinds.Grade)) is not { } result
            ? Told<int>.Nothing(HasAnyGap)
            : Told<int>.Of(int.Parse(result.Words![^1..], CultureInfo.InvariantCulture));

    internal bool IsThoracic => judge.Tumour.Site is { IsTold: true, Value: Place.Lung or Place.Thymus };

    /// <summary>The grades that Ki-67 allows; null when it is not known.</summary>
    internal int[]? Ki67Grades => Ki67 is { IsTold: true, Value: var ki67 } && !IsThoracic ? GradesOf(ki67) : null;

    internal int? MitoticGrade => Mitoses is { IsTold: true, Value: var count } && !IsThoracic ? count < 2 ? 1 : count <= 20 ? 2 : 3 : null;

    /// <summary>The grades that Ki-67 and mitoses together allow, the higher of both; null when neither is known.</summary>
    internal int[]? ComputedGrades => IsThoracic ? ThoracicGrades : (Ki67Grades, MitoticGrade) switch
    {
        (null, null) => null,
        (null, { } mitotic) => [mitotic],
        ({ } ki67, null) => ki67,
        ({ } ki67, { } mitotic) => [.. ki67.Select(grade => Math.Max(grade, mitotic)).Distinct()],
    };

    internal Told<int[]> Computed => ComputedGrades is { } grades && (IsThoracic || Ki67.IsAsked || grades is [3]) ? Told<int[]>.Of(grades) : Told<int[]>.Nothing(IsThoracic ? HasAnyGap : HasTextGap);

    /// <summary>As computed; as reported only where nothing can be computed.</summary>
    internal Told<int[]> Grades => Computed.IsTold || !Computed.IsAsked ? Computed
        : ReportedGrade.IsTold ? Told<int[]>.Of([ReportedGrade.Value])
        : Told<int[]>.Nothing(!ReportedGrade.IsAsked);

    /// <summary>A Ki-67 that means nothing leaves the grade unknown, but not unmentioned.</summary>
    internal Verdict IsGradeMentioned => judge.Results(FindingKinds.Ki67).Any(result => result.Absent != "not-performed") ? Verdict.Yes : Grades.Stands;

    internal Verdict IsGrade3 => Grades.Is(grades => grades is [3] ? Verdict.Yes : grades.Contains(3) ? Verdict.NotTold : Verdict.No);

    internal bool IsPoorByCode => judge.Tumour.IsPoorByCode || Morphologies.Contains("icdo|8013/3");

    /// <summary>Typical or atypical carcinoid by code, else by mitoses: under 2, up to 10, or more in 2 square millimetres.</summary>
    private int[]? ThoracicGrades =>
        Morphologies.Contains("icdo|8240/3") ? Morphologies.Contains("icdo|8249/3") ? null : [1]
        : Morphologies.Contains("icdo|8249/3") ? [2]
        : Mitoses is { IsTold: true, Value: var count } ? [count < 2 ? 1 : count <= 10 ? 2 : 3]
        : null;

    /// <summary>Called poorly differentiated by anything, and perhaps well differentiated too.</summary>
    internal bool IsCalledPoor => IsPoorByCode || Says("Poorly");

    internal Told<Cells> Cells
    {
        get
        {
            var isPoor = judge.Tumour.IsPoorByCode || Says("Poorly") || Morphologies.Contains("icdo|8013/3");
            var isWell = judge.Tumour.IsWellByCode || Says("Well") || Morphologies.Any(code => code is "icdo|8240/3" or "icdo|8249/3");
            return isPoor && isWell ? Told<Cells>.NotTold
                : isPoor ? Told<Cells>.Of(Story.Cells.Poor)
                : isWell ? Told<Cells>.Of(Story.Cells.Well)
                : Told<Cells>.Nothing(HasAnyGap);
        }
    }

    internal Told<Category> Category
    {
        get
        {
            if (Cells is { IsTold: true, Value: Story.Cells.Poor })
                return IsGrade3 == Verdict.Yes ? Told<Category>.Of(Judging.Category.Carcinoma)
                    : Ki67.IsTold
                    ? Ki67.Value.Above(20) == Verdict.Yes ? Told<Category>.Of(Judging.Category.Carcinoma) : Told<Category>.NotTold
                    : Ki67.IsAsked ? Told<Category>.Of(Judging.Category.Carcinoma) : Told<Category>.NotAsked;
            if (Grades is not { IsTold: true, Value: [var grade] })
                return Told<Category>.Nothing(!Grades.IsAsked);
            return grade switch
            {
                1 => Told<Category>.Of(Judging.Category.Net1),
                2 => Told<Category>.Of(Judging.Category.Net2),
                _ => Cells.IsTold ? Told<Category>.Of(Judging.Category.Net3)
                    : Cells.IsAsked ? Told<Category>.Of(Judging.Category.Grade3Unspecified) : Told<Category>.NotAsked,
            };
        }
    }

    /// <summary>Known to be no carcinoma: a NET of some grade, or well differentiated.</summary>
    internal Verdict IsNoCarcinoma => Verdicts.Any(
        Category.Is(category => category is Judging.Category.Net1 or Judging.Category.Net2 or Judging.Category.Net3),
        Cells.Is(cells => cells == Story.Cells.Well),
        Verdicts.All(Grades.Is(grades => grades is [1] or [2] or [1, 2]), Verdicts.Of(Cells is not { IsTold: true, Value: Story.Cells.Poor })));

    private IEnumerable<string?> Morphologies => judge.Results(FindingKinds.Morphology).Select(result => result.Coded);

    private bool Says(string word) => judge.Patient.Reports.Any(report =>
        report.Kind.IsPathology && report.Counts && report.Conclusion?.StartsWith(word, StringComparison.Ordinal) == true);

    internal static int[] GradesOf(Amount ki67)
    {
        var grades = new List<int>();
        if (ki67.Below(3) != Verdict.No)
            grades.Add(1);
        if (ki67.AtLeast(3) != Verdict.No && ki67.AtMost(20) != Verdict.No)
            grades.Add(2);
        if (ki67.Above(20) != Verdict.No)
            grades.Add(3);
        return [.. grades];
    }

    private static Amount? Read(Finding result) =>
        result.Words is { } words ? Words[words] : Amount.With(result.Comparator, result.Amount!.Value, 0, 100);
}
