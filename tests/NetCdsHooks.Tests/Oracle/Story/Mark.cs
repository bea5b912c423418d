namespace NetCdsHooks.Tests.Oracle.Story;

/// <summary>Other things that a problem list can tell.</summary>
internal enum Mark
{
    None,
    Men1,
    Vhl,
    Jaundice,
    WeightLoss,
    AbdominalPain,
    BileDuctObstruction,
    Hypoglycaemia,
    Dehydration,
    Diarrhoea,
    CarcinoidDiarrhoea,
    BowelObstruction,
    NeoplasmPain,
    Pregnancy,
    CarcinoidHeart,
    Crisis,
    SevereConstipation,
    Merkel,
    Unrelated,
}
