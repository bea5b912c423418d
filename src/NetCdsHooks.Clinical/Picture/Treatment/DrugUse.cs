using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>One resource that says something of a therapy.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Drug">What is given; null when that cannot be told.</param>
/// <param name="Form">Wordings of route and instruction, which may tell a depot from a short-acting product.</param>
/// <param name="State">What its status says, on the day of the chart.</param>
/// <param name="Start">First day, null when not recorded.</param>
/// <param name="End">Last day, null when there is none or none is recorded.</param>
/// <param name="Evidence">The resource as evidence.</param>
internal sealed record DrugUse(
    Resource Resource, CodeableConcept? Drug, Form Form, TherapyState State, PartialDate? Start, PartialDate? End, Evidence Evidence)
{
    /// <summary>A therapy or a dose that was or is being given.</summary>
    internal bool WasGiven => State is TherapyState.Active or TherapyState.Paused or TherapyState.Past or TherapyState.DoseGiven;

    internal bool IsCurrent => State is TherapyState.Active or TherapyState.Paused;
}

/// <summary>How a drug is given, in words and codes.</summary>
internal sealed record Form(string[] Instructions, CodeableConcept[] Routes);
