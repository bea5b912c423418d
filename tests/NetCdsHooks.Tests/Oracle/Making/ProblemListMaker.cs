using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>The problem list.</summary>
internal static class ProblemListMaker
{
    internal static void Fill(InventedPatient patient, Disease disease, Dice dice)
    {
        var list = patient.Diagnoses;
        var chance = dice.Number(0, 99);
        if (chance < 2)
            list.Add(new(OtherCodes.Merkel) { Recorded = dice.Past() });
        else if (chance < 4)
            list.Add(new(dice.One(OtherCodes.Syndromes)) { Recorded = dice.Past() });
        else if (chance < 8)
            list.Add(new(dice.One(TumourCodes.Histories)) { Recorded = dice.Past() });
        else if (chance < 10)
            list.Add(new(OtherCodes.Spreads[0]) { Recorded = dice.Past() });
        else
            AddTumour(list, disease, dice);
        AddSpread(list, disease, dice);
        if (dice.Maybe(30))
            list.Add(new(dice.One(OtherCodes.Syndromes)) { Recorded = dice.Told(), Status = Status(dice) });
        if (dice.Maybe(20))
            list.Add(new(OtherCodes.Hypertension));
    }

    private static void AddTumour(List<Diagnosis> list, Disease disease, Dice dice)
    {
        var kind = dice.One(TumourCodes.Of(disease.Place));
        if (kind.Cells == Cells.Poor && disease.Proliferation < 3 && dice.Maybe(70))
            kind = dice.One(TumourCodes.Of(disease.Place));
        var status = dice.Maybe(88) ? dice.One("active", "active", "active", null, "recurrence") : dice.One("remission", "resolved", "inactive");
        list.Add(new(kind)
        {
            Status = status,
            Certainty = dice.Maybe(93) ? "confirmed" : dice.One(null, "provisional", "differential", "refuted", "entered-in-error"),
            Onset = dice.Maybe(40) && status != "recurrence" ? dice.Past() : null,
            Recorded = dice.Maybe(80) ? dice.Past() : null,
            Wording = dice.Maybe(disease.Place == Place.Pancreas ? 40 : 15) ? OtherCodes.NotFunctioning : null,
            Ended = dice.Maybe(10) ? dice.Told() : null,
        });
    }

    private static void AddSpread(List<Diagnosis> list, Disease disease, Dice dice)
    {
        if (disease.IsSpread && dice.Maybe(75))
            for (var count = dice.Number(1, 2); count > 0; count--)
                list.Add(new(dice.One(OtherCodes.Spreads)) { Recorded = dice.Told(), Status = Status(dice) });
        else if (dice.Maybe(5))
            list.Add(new(dice.One(OtherCodes.Spreads)) { Recorded = dice.Told(), Certainty = dice.One("confirmed", "refuted") });
    }

    private static string? Status(Dice dice) => dice.One("active", "active", "active", "active", null, "resolved");
}
