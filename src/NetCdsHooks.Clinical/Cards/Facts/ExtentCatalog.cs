using System.Collections.Immutable;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using static NetCdsHooks.Clinical.Record.DataNeed;

namespace NetCdsHooks.Clinical.Cards.Facts;

/// <summary>How far the tumour reaches: stage, metastases, size and growth.</summary>
internal static class ExtentCatalog
{
    internal static ImmutableArray<FactDefinition> Facts { get; } =
    [
        Define.Text("tCategory", "T category", 10, picture => picture.Stage.TCategory, text => text, Conditions, Pathology, Reports),
        Define.Text("nCategory", "N category", 10, picture => picture.Stage.NCategory, text => text, Conditions, Pathology, Reports),
        Define.Text("mCategory", "M category", 10, picture => picture.Stage.MCategory, text => text, Conditions, Pathology, Reports),
        Define.Text("stageGroup", "stage group", 10, picture => picture.Stage.Group, text => text, Conditions, Pathology, Reports),
        Define.Flag("stageOne", "stage I", picture => picture.Stage.StageOne, Conditions, Pathology, Reports),
        Define.Text("stageRecorded", "recorded of the stage", 40, picture => picture.Stage.Recorded, text => text, Conditions, Pathology, Reports),
        Define.Choice("extent", "extent", picture => picture.Stage.Extent, null, Conditions, Pathology, Reports),
        Define.Set("metastasisSites", "metastases", picture => picture.Stage.MetastasisSites, null, null, Conditions, Pathology),
        Define.Flag("metastases", "any metastasis", picture => picture.Stage.Metastases, Conditions, Pathology),
        Define.Flag("boneMetastases", "bone metastases", picture => picture.Stage.BoneMetastases, Conditions, Pathology),
        Define.Flag("nodesPositive", "lymph nodes involved", picture => picture.Stage.NodesPositive, Conditions, Pathology, Reports),
        Define.Number("liverLesionCount", "liver metastases counted", "", picture => picture.Liver.LesionCount, count => count, Pathology, Reports),
        Define.Flag("highTumourBurden", "high tumour burden", picture => picture.Liver.HighTumourBurden, Conditions, Reports),
        Define.Flag("liverMetastases", "liver metastases", picture => picture.Stage.LiverMetastases, Conditions, Pathology),
        Define.Flag("extrahepaticMetastases", "metastases outside the liver", picture => picture.Stage.ExtrahepaticMetastases, Conditions, Pathology, Imaging, Reports, Procedures, ServiceRequests),
        Define.Flag("advanced", "advanced disease", picture => picture.Stage.Advanced, Conditions, Pathology, Reports, Procedures, CarePlans),
        Define.LastDate("lastSpread", "last metastasis, recurrence or progression", picture => picture.Stage.LastSpread, Conditions, Pathology, Status),
        Define.Number("tumourSize", "largest diameter", "mm", picture => picture.Size.Largest, size => size, Pathology, Reports, Imaging),
        Define.Number("specimenSize", "diameter of the removed tumour", "mm", picture => picture.Size.Removed, size => size, Pathology, Reports, Imaging),
        Define.Number("growthRate", "growth", "mm/year", Rate, rate => rate, Pathology, Reports, Imaging),
        Define.Flag("rapidGrowth", "growth of 5 mm or more within 90 days", picture => picture.Size.Growth.Select(growth => growth is { Days: < 90, Increase: >= 5 }), Pathology, Reports, Imaging),
        Define.Flag("sameMethod", "measured by the same method", picture => picture.Size.Growth.Select(growth => growth.SameModality), Pathology, Reports, Imaging),
        Define.Text("growthFrom", "earlier diameter", 10, picture => picture.Size.Growth, growth => $"{Define.Plain(growth.EarlierMm)} mm", Pathology, Reports, Imaging),
        Define.Text("growthTo", "latest diameter", 10, picture => picture.Size.Growth, growth => $"{Define.Plain(growth.LaterMm)} mm", Pathology, Reports, Imaging),
        Define.Text("growthFromDate", "date of the earlier diameter", 16, picture => picture.Size.Growth, growth => Define.Day(growth.EarlierDate), Pathology, Reports, Imaging),
        Define.Text("growthToDate", "date of the latest diameter", 16, picture => picture.Size.Growth, growth => Define.Day(growth.LaterDate), Pathology, Reports, Imaging),
        Define.Text("growthDays", "days between the diameters", 10, picture => picture.Size.Growth, growth => growth.DaysInWords, Pathology, Reports, Imaging),
    ];

    private static Fact<Interval<decimal>> Rate(ClinicalPicture picture) => picture.Size.Growth.Then(growth =>
        growth.Rate is { } rate
            ? Fact.Known(rate, picture.Size.Growth.Evidence)
            : Fact.Unknown<Interval<decimal>>(UnknownReason.NotRecorded));
}
