using NetCdsHooks.Tests.Oracle.Making;
using NetCdsHooks.Tests.Oracle.Story;

namespace NetCdsHooks.Tests.Oracle;

/// <summary>
/// A second reading of the clinical specification, simple and slow and without the card files, decides the same invented patients and calls.
/// Where it and the service differ, one of them is wrong.
/// </summary>
public sealed class AgreementTests
{
    private const int PerRow = 1000;
    private const int Rows = 20;

    public static TheoryData<int> FirstSeeds => [.. Enumerable.Range(0, Rows).Select(row => 1 + (row * PerRow))];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void A_second_reading_of_the_specification_decides_every_card_of_an_opened_chart_alike(int firstSeed) =>
        Differences(firstSeed, _ => InventedCall.Opened).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void A_second_reading_of_the_specification_decides_every_card_of_the_other_moments_alike(int firstSeed) =>
        Differences(firstSeed, CallMaker.Make).Should().BeEmpty();

    private static string[] Differences(int firstSeed, Func<InventedPatient, InventedCall> call) =>
    [
        .. Enumerable.Range(firstSeed, PerRow).AsParallel().AsOrdered()
            .Select(PatientMaker.Make)
            .SelectMany(patient => Comparison.Of(patient, call(patient)))
            .Take(3),
    ];
}
