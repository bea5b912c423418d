using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Picture;

/// <summary>Records of one patient as seen on 21 November 2026, for the facts about events.</summary>
internal static class EventRecord
{
    internal static DateOnly Today { get; } = new(2026, 11, 21);

    /// <summary>A record of these resources (FHIR JSON) in which every need was answered.</summary>
    internal static Chart With(params string[] resources) => Build(resources, []);

    /// <summary>As <see cref="With"/>, but these needs failed.</summary>
    internal static Chart WithGaps(DataNeed[] failed, params string[] resources) => Build(resources, failed);

    /// <summary>As <see cref="With"/>, with every family of facts.</summary>
    internal static ClinicalPicture Picture(params string[] resources) =>
        new(Record(resources, []), TestKnowledge.Concepts, TestKnowledge.Intervals, Today, TimeZoneInfo.Utc);

    internal static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Chart Build(string[] resources, DataNeed[] failed) =>
        new(Record(resources, failed), TestKnowledge.Concepts, TestKnowledge.Intervals, Today, TimeZoneInfo.Utc);

    private static PatientRecord Record(string[] resources, DataNeed[] failed)
    {
        var read = resources.Select(json => JsonSerializer.Deserialize(json, FhirJson.Default.Resource)!).ToLookup(NeedOf);
        return new("p1", NeedInfo.All.Select(need => new NeedAnswer(
            need.Need, [.. read[need.Need]], failed.Contains(need.Need) ? NeedGap.Failed : null)));
    }

    private static DataNeed NeedOf(Resource resource) =>
        resource.TypeName switch
        {
            "Observation" => DataNeed.Markers,
            "DiagnosticReport" => DataNeed.Reports,
            "ImagingStudy" => DataNeed.Imaging,
            "Procedure" => DataNeed.Procedures,
            "ServiceRequest" => DataNeed.ServiceRequests,
            "Appointment" => DataNeed.Appointments,
            "CarePlan" => DataNeed.CarePlans,
            "FamilyMemberHistory" => DataNeed.Family,
            "Condition" => DataNeed.Conditions,
            _ => DataNeed.Patient,
        };
}

internal static class FactExtensions
{
    internal static T Value<T>(this Fact<T> fact)
        where T : notnull =>
        fact.Should().BeOfType<Fact<T>.Known>("the fact is known").Which.Value;

    internal static Confidence Confidence(this IFact fact) => fact.Evidence.Min(evidence => evidence.Confidence);
}
