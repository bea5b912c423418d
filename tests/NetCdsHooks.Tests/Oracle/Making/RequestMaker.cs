using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle.Making;

/// <summary>Open orders and bookings.</summary>
internal static class RequestMaker
{
    internal static void Fill(InventedPatient patient, Dice dice)
    {
        for (var count = dice.One(0, 0, 0, 1, 1, 2); count > 0; count--)
            patient.Requests.Add(dice.Maybe(25)
                ? new(dice.One(RequestKinds.Ct, RequestKinds.Mri, RequestKinds.Receptor, RequestKinds.Board, RequestKinds.Eus))
                {
                    IsAppointment = true,
                    Status = dice.One("booked", "booked", "pending", "cancelled"),
                    Date = dice.Future(),
                }
                : new(dice.One(RequestKinds.All))
                {
                    Status = dice.One("active", "active", "active", "on-hold", "revoked", "entered-in-error"),
                    Intent = dice.Maybe(90) ? "order" : dice.One("plan", "proposal"),
                    Date = dice.Maybe(60) ? dice.Future() : null,
                });
    }
}
