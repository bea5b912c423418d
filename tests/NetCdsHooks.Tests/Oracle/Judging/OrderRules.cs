using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>Which cards speak of an order at which moment (parts 12 and 15.1, 15.2 and 15.9 of the clinical specification), and what they say.</summary>
internal sealed class OrderRules(Judge judge, Draft draft)
{
    private static readonly string[] OnDispatch =
        ["periop-octreotide-functional", "prrt-without-sstr", "prrt-ssa-timing", "prrt-labs", "ct-only-no-sstr"];

    private static readonly string[] OnBooking =
        ["periop-octreotide-functional", "cholecystectomy-consider", "prrt-ssa-timing", "sstr-pet-ssa-timing", "surveillance-imaging-due"];

    private readonly Ordered _order = new(judge, draft);

    internal IEnumerable<Ruling> Decide() =>
        from ruling in All(new ProcedureOrders(judge, _order).Decide(), new DrugOrders(judge, _order).Decide(), new AnalogueOrders(judge, _order).Decide(), new RadionuclideOrders(judge, _order).Decide())
        where judge.Call.Hook switch
        {
            Hook.OrderDispatch => OnDispatch.Contains(ruling.Card),
            Hook.AppointmentBook => OnBooking.Contains(ruling.Card),
            _ => ruling.Card != "surveillance-imaging-due",
        }
        select ruling with { Draft = draft, Verdict = Verdicts.All(ruling.Card == "surveillance-imaging-due" ? Verdict.Yes : judge.Tumour.IsActive, ruling.Verdict) };

    private static IEnumerable<Ruling> All(params IEnumerable<IEnumerable<Ruling>> families) => families.SelectMany(family => family);
}
