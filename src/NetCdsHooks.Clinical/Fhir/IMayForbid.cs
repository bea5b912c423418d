namespace NetCdsHooks.Clinical.Fhir;

/// <summary>What asks for something, or forbids it. What is forbidden is neither ordered nor planned.</summary>
public interface IMayForbid
{
    bool? DoNotPerform { get; }
}
