using System.Text.Json.Nodes;
using NetCdsHooks.Gathering.Templates;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What a client makes of a template.</summary>
public class TemplateResolverTests
{
    private const string Context = """
        { "userId": "PractitionerRole/a1", "patientId": "p 1&x", "encounterId": null, "dispatchedOrders": ["ServiceRequest/1", "ServiceRequest/2"],
          "selections": [], "draftOrders": { "resourceType": "Bundle" } }
        """;

    /// <summary>Story; template; the query on 13 September 2024, null for none; the tokens without a value.</summary>
    public static TheoryData<string, string, string?, string> Templates => new()
    {
        { "days before today, over the end of a month", "Observation?date=ge{{today() - 90 days}}", "Observation?date=ge2024-06-15", "" },
        { "today", "Observation?date=ge{{today()}}", "Observation?date=ge2024-09-13", "" },
        { "no days", "Observation?date=ge{{today() + 0 days}}", "Observation?date=ge2024-09-13", "" },
        { "over the end of a year", "Observation?date=le{{today() + 110 days}}", "Observation?date=le2025-01-01", "" },
        { "over a leap day", "Observation?date=ge{{today() - 198 days}}", "Observation?date=ge2024-02-28", "" },
        { "written together", "Observation?date=ge{{today()-1 days}}", "Observation?date=ge2024-09-12", "" },
        { "two on one line", "Observation?date=ge{{today() - 1 days}}&date=le{{today()}}", "Observation?date=ge2024-09-12&date=le2024-09-13", "" },
        { "another unit", "Observation?date=ge{{today() - 1 months}}", null, "today() - 1 months" },
        { "a field that must be escaped", "Patient/{{context.patientId}}", "Patient/p%201%26x", "" },
        { "a reference", "{{context.userId}}", "PractitionerRole/a1", "" },
        { "the id of the user", "PractitionerRole?_id={{userPractitionerRoleId}}", "PractitionerRole?_id=a1", "" },
        { "a user of another type", "Practitioner?_id={{userPractitionerId}}", null, "userPractitionerId" },
        { "a list", "ServiceRequest?_id={{context.dispatchedOrders}}", "ServiceRequest?_id=ServiceRequest/1,ServiceRequest/2", "" },
        { "an empty list", "ServiceRequest?_id={{context.selections}}", null, "context.selections" },
        { "null", "Encounter/{{context.encounterId}}", null, "context.encounterId" },
        { "an object", "Encounter/{{context.draftOrders}}", null, "context.draftOrders" },
        { "two without a value", "Encounter/{{context.encounterId}}?a={{%b.id}}", null, "context.encounterId, %b.id" },
        { "blanks around a token", "{{ context.userId }}", "PractitionerRole/a1", "" },
        { "a token of nobody", "Patient/{{nobody}}", null, "nobody" },
        { "no token", "Patient?active=true", "Patient?active=true", "" },
    };

    [Theory]
    [Trait("Requirement", "T-02")]
    [Trait("Requirement", "T-03")]
    [Trait("Requirement", "T-05")]
    [Trait("Requirement", "T-08")]
    [MemberData(nameof(Templates))]
    public void A_template_becomes_a_query(string story, string template, string? query, string unresolved)
    {
        var resolved = new TemplateResolver(JsonNode.Parse(Context)!.AsObject(), new(2024, 9, 13)).Resolve(template);

        resolved.Query.Should().Be(query, story);
        string.Join(", ", resolved.Unresolved).Should().Be(unresolved, story);
    }
}
