namespace NetCdsHooks.Clinical.Logic;

/// <summary>
/// What is read although it is not as FHIR R4 has it, or is FHIR that other readers stumble over. Each is one rule at one place of the code.
/// What none of them covers is unreadable, and a fact that it could carry is unknown.
/// </summary>
public enum Tolerance
{
    /// <summary>A number in quotes, with blanks around it or not.</summary>
    QuotedNumber,

    /// <summary>true or false in quotes or in other letters, such as "True".</summary>
    WrittenBoolean,

    /// <summary>An object without members in a list is passed over.</summary>
    EmptyObject,

    /// <summary>A list without members counts as none.</summary>
    EmptyList,

    /// <summary>A single value where a list belongs.</summary>
    SingleForList,

    /// <summary>A null in a list is passed over.</summary>
    NullInList,

    /// <summary>A date with blanks around it.</summary>
    DateWithBlanks,

    /// <summary>A subject with the full address of the patient.</summary>
    AbsoluteReference,

    /// <summary>A subject by <c>urn:uuid</c> or with the version of the patient.</summary>
    OtherReference,

    /// <summary>A contained resource is taken for what refers to it.</summary>
    ContainedResource,

    /// <summary>A code without its system counts as its wording would, as free text.</summary>
    CodeWithoutSystem,

    /// <summary>Words without any code, as free text.</summary>
    TextOnly,

    /// <summary>An unknown modifierExtension makes the resource unusable.</summary>
    ModifierExtension,

    /// <summary>A result without a value, with a reason for that or not, was recorded and cannot be used.</summary>
    ValueAbsent,

    /// <summary>A resource about somebody else is left out.</summary>
    OtherPatient,

    /// <summary>A warning or information among the entries of a search is no result and no failure.</summary>
    OutcomeEntry,

    /// <summary>The same resource twice, on two pages or for two keys: the one updated last counts.</summary>
    Duplicate,
}
