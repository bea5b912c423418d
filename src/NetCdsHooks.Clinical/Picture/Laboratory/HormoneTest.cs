namespace NetCdsHooks.Clinical.Picture;

/// <summary>The hormone that tells a syndrome. 5-HIAA, that of carcinoid syndrome, is a tumour marker of its own.</summary>
public enum HormoneTest
{
    Insulin,
    Gastrin,
    Glucagon,
    Vip,
    Acth,
}

internal static class HormoneTests
{
    internal static Syndrome SyndromeOf(HormoneTest test) => test switch
    {
        HormoneTest.Insulin => Syndrome.Insulinoma,
        HormoneTest.Gastrin => Syndrome.Gastrinoma,
        HormoneTest.Glucagon => Syndrome.Glucagonoma,
        HormoneTest.Vip => Syndrome.Vipoma,
        HormoneTest.Acth => Syndrome.EctopicActh,
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, null),
    };
}
