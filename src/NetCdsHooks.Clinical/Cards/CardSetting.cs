using System.Globalization;

namespace NetCdsHooks.Clinical.Cards;

/// <summary>A limit of a card that a site may set for itself, within bounds.</summary>
/// <param name="Name">The word that stands for it in criteria and wording, such as <c>sizeLimit</c>.</param>
/// <param name="Title">What it means.</param>
/// <param name="Value">As it is in force.</param>
/// <param name="Unit">Empty for a plain number.</param>
/// <param name="From">The lowest value that makes clinical sense.</param>
/// <param name="To">The highest.</param>
public sealed record CardSetting(string Name, string Title, decimal Value, string Unit, decimal From, decimal To)
{
    /// <summary>Such as <c>20 mm</c>.</summary>
    public string Text => WithUnit(Value);

    /// <summary>Such as <c>15 to 30 mm</c>.</summary>
    public string Range => $"{Plain(From)} to {WithUnit(To)}";

    private string WithUnit(decimal value) => Unit.Length == 0 ? Plain(value) : $"{Plain(value)} {Unit}";

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
