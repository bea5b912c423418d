using System.Globalization;

namespace NetCdsHooks.Feedback.Uuids;

/// <summary>The version of a card file, as far as it fits into a uuid.</summary>
internal readonly record struct CardVersion(int Major, int Minor, int Patch)
{
    internal const int Bits = 3 * PartBits;

    private const int PartBits = 6;
    private const int Full = (1 << PartBits) - 1;
    private const uint None = (1u << Bits) - 1;

    /// <returns>Null when one of the three numbers is too large.</returns>
    internal static CardVersion? Of(string version) =>
        version.Split('.') is [var major, var minor, var patch] && Fits(major, out var a) && Fits(minor, out var b) && Fits(patch, out var c)
            ? new(a, b, c)
            : null;

    internal static uint Pack(CardVersion? version) =>
        version is { } known ? (uint)((((known.Major << PartBits) | known.Minor) << PartBits) | known.Patch) : None;

    internal static CardVersion? Unpack(uint bits) =>
        bits == None ? null : new((int)(bits >> (2 * PartBits)), (int)(bits >> PartBits) & Full, (int)bits & Full);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static bool Fits(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Full;
}
