namespace NetCdsHooks.Clinical.Logic;

/// <summary>
/// Kleene's three values, ordered so that AND is the smaller and OR the larger.
/// <see cref="Unknown"/> is never read as <see cref="No"/>.
/// </summary>
public enum Truth
{
    No,
    Unknown,
    Yes,
}

public static class TruthOperators
{
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth value) => (Truth)((int)Truth.Yes - (int)value);

    public static Truth ToTruth(this bool value) => value ? Truth.Yes : Truth.No;
}
