using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>The facts that decide which markers are followed, and when they were measured last.</summary>
internal sealed record MarkerInputs(
    Fact<MarkerValue> ChromograninA,
    Fact<bool> ChromograninAElevated,
    Fact<MarkerValue> FiveHiaa,
    Fact<MarkerValue> NeuronSpecificEnolase,
    Fact<bool> CarcinoidSyndrome,
    Fact<bool> FiveHiaaEverElevated);
