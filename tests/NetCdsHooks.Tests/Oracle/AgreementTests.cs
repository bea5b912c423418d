using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Oracle.Making;
using NetCdsHooks.Tests.Oracle.Story;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Oracle;

/// <summary>
/// A second reading of the clinical specification, simple and slow and without the card files, decides the same invented patients and calls.
/// Where it and the service differ, one of them is wrong.
/// </summary>
public sealed class AgreementTests
{
    private const int PerRow = 1000;
    private const int Rows = 20;

    /// <summary>Another seed makes other patients: NETCDSHOOKS_FIRST_SEED=500001.</summary>
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("NETCDSHOOKS_FIRST_SEED") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    public static TheoryData<int> FirstSeeds => [.. Enumerable.Range(0, Rows).Select(row => FirstSeed + (row * PerRow))];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void A_second_reading_of_the_specification_decides_every_card_of_an_opened_chart_alike(int firstSeed) =>
        Differences(firstSeed, _ => InventedCall.Opened).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void A_second_reading_of_the_specification_decides_every_card_of_the_other_moments_alike(int firstSeed) =>
        Differences(firstSeed, CallMaker.Make).Should().BeEmpty();

    [Fact]
    public void The_second_reading_decides_every_card_that_ships()
    {
        var hooks = Enum.GetValues<Hook>();
        var decided = hooks.SelectMany(hook => SecondReading.Of(PatientMaker.Make(1), Ordering(hook))).Select(ruling => ruling.Card);

        decided.Concat(SecondReading.Undecided).Distinct().Should().BeEquivalentTo(TestKnowledge.Base.Cards.Select(card => card.Id));
    }

    [Fact]
    public void Every_card_speaks_at_the_moments_that_the_specification_gives_it()
    {
        foreach (var hook in Enum.GetValues<Hook>())
            SecondReading.Of(PatientMaker.Make(1), Ordering(hook)).Select(ruling => ruling.Card).Concat(SecondReading.UndecidedOn(hook)).Distinct()
                .Should().BeEquivalentTo(TestKnowledge.Base.Cards.Where(card => card.Hooks.Contains(hook.Name())).Select(card => card.Id), hook.Name());
    }

    /// <summary>A therapy with radionuclides is one of the orders whose rules are written apart.</summary>
    private static InventedCall Ordering(Hook hook) =>
        new(hook, [new("draft1") { Service = RequestKinds.RadionuclideTherapy, IsAppointment = hook == Hook.AppointmentBook }]);

    private static string[] Differences(int firstSeed, Func<InventedPatient, InventedCall> call) =>
    [
        .. Enumerable.Range(firstSeed, PerRow).AsParallel().AsOrdered()
            .Select(PatientMaker.Make)
            .SelectMany(patient => Comparison.Of(patient, call(patient)))
            .Take(3),
    ];
}
