using System.Text.Json.Nodes;
using NetCdsHooks.Commands.Calling;

namespace NetCdsHooks.Tests.Commands;

/// <summary>What a client makes of the templates of a service.</summary>
public class TemplateTokensTests
{
    /// <summary>Requirement; template; the query, null where the key is left out.</summary>
    public static TheoryData<string, string, string?> Templates => new()
    {
        { "T-03", "Patient/{{context.patientId}}", "Patient/pat-1" },
        { "T-03", "Condition?patient={{context.patientId}}&_count=5", "Condition?patient=pat-1&_count=5" },
        { "T-03", "Encounter/{{context.encounterId}}", null },
        { "T-05", "{{context.userId}}", "PractitionerRole/role-1" },
        { "T-05", "PractitionerRole?_id={{userPractitionerRoleId}}", "PractitionerRole?_id=role-1" },
        { "T-05", "Practitioner?_id={{userPractitionerId}}", null },
        { "T-08", "Observation?date=ge{{today() - 90 days}}", "Observation?date=ge2024-06-15" },
        { "T-08", "Observation?date=le{{today() + 1 days}}", "Observation?date=le2024-09-14" },
        { "T-08", "Observation?date={{today()}}", "Observation?date=2024-09-13" },
        { "T-08", "Observation?date=ge{{today() - 3 months}}", null },
        { "T-02", "Patient/{{nobody}}", null },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_token_is_filled_from_the_context_or_its_key_is_left_out(string requirement, string template, string? query) =>
        TemplateTokens.Fill(template, new JsonObject { ["patientId"] = "pat-1", ["userId"] = "PractitionerRole/role-1" }, new(2024, 9, 13)).Should().Be(query, requirement);
}
