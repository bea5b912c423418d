namespace NetCdsHooks.Clinical.Logic;

/// <summary>How far a piece of evidence can be trusted; anything but <see cref="Coded"/> caps a card at info.</summary>
public enum Confidence
{
    FreeText,
    Preliminary,
    Coded,
}

/// <summary>The resource that a fact rests on.</summary>
/// <param name="Resource">Relative reference, such as <c>Observation/ki67-1</c>.</param>
/// <param name="Date">The clinical date of the resource as recorded, null when it has none.</param>
/// <param name="Confidence">Whether it was read from codes, from a preliminary result or from narrative.</param>
public sealed record Evidence(string Resource, PartialDate? Date, Confidence Confidence = Confidence.Coded);
