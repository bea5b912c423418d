using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>What is true of a patient before anybody records it; it bends the dice towards stories that occur.</summary>
internal sealed record Disease(Place Place, int Proliferation, bool IsSpread, bool IsEarly, bool IsResected)
{
    internal static Disease Draw(Dice dice)
    {
        var place = dice.One(
            Place.Pancreas, Place.Pancreas, Place.Pancreas, Place.Pancreas, Place.SmallIntestine, Place.SmallIntestine, Place.SmallIntestine,
            Place.Duodenum, Place.Appendix, Place.Colon, Place.Rectum, Place.Stomach, Place.Lung, Place.Thymus, Place.Elsewhere, Place.Nowhere);
        var spread = dice.Maybe(35);
        return new(place, dice.One(1, 1, 2, 2, 3), spread, !spread && dice.Maybe(60), dice.Maybe(spread ? 15 : 35));
    }
}
