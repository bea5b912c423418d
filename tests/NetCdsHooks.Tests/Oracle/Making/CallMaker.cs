using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Invents a moment and what is ordered at it.</summary>
internal static class CallMaker
{
    private static readonly Hook[] Hooks =
    [
        Hook.OrderSelect, Hook.OrderSelect, Hook.OrderSelect, Hook.OrderSign, Hook.OrderSign, Hook.OrderSign, Hook.OrderSign, Hook.OrderDispatch,
        Hook.AppointmentBook, Hook.AppointmentBook, Hook.EncounterStart, Hook.EncounterDischarge, Hook.ProblemListItemCreate,
    ];

    internal static InventedCall Make(InventedPatient patient)
    {
        var dice = new Dice(patient.Seed ^ 0x0DDE, patient.Today);
        var hook = dice.One(Hooks);
        if (hook is Hook.EncounterStart or Hook.EncounterDischarge or Hook.ProblemListItemCreate)
            return new(hook, []);
        var drafts = Enumerable.Range(1, dice.One(1, 1, 2, 3)).Select(number => DraftMaker.Make($"draft{number}", hook, patient, dice)).ToArray();
        for (var index = 1; hook == Hook.OrderSelect && index < drafts.Length; index++)
            if (dice.Maybe(50))
                drafts[index] = drafts[index] with { IsJudged = false };
        return new(hook, [.. drafts]);
    }
}
