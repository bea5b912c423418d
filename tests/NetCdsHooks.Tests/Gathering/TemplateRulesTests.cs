using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Gathering;

/// <summary>What a client can be asked to prefetch.</summary>
public class TemplateRulesTests
{
    /// <summary>Requirement; template; the fault under 2.0, null for none; that under 3.0.</summary>
    public static TheoryData<string, string, string?, string?> Templates => new()
    {
        { "T-01", "Patient/{{context.patientId}}", null, null },
        { "T-01", "Condition?patient={{context.patientId}}", null, null },
        { "T-01", "{{context.userId}}", null, null },
        { "T-01", "condition?patient={{context.patientId}}", "another form", "another form" },
        { "T-01", "https://ehr.example/Patient/{{context.patientId}}", "another form", "another form" },
        { "T-02", "Patient/{context.patientId}", "braces that are no token", "braces that are no token" },
        { "T-02", "Patient/{{context.patientId}", "braces that are no token", "braces that are no token" },
        { "T-03", "Patient/{{patientId}}", "the token patientId", "the token patientId" },
        { "T-03", "Patient/{{Patient.id}}", "the token Patient.id", "the token Patient.id" },
        { "T-04", "MedicationRequest?_id={{context.draftOrders.entry.resource.ofType(MedicationRequest).id}}", "the token context.draftOrders", null },
        { "T-05", "Practitioner?_id={{userPractitionerId}}", null, null },
        { "T-05", "Practitioner?_id={{context.userId}}", "_id={{context.userId}}", "_id={{context.userId}}" },
        { "T-06", "Observation?patient={{context.patientId}}&code:in=http://example.org/set", null, null },
        { "T-06", "Observation?patient={{context.patientId}}&code:not=a", "the parameter code:not", "the parameter code:not" },
        { "T-06", "Observation?patient.name=x", "the parameter patient.name", "the parameter patient.name" },
        { "T-06", "Observation?patient={{context.patientId}}&_include=Observation:subject", "the parameter _include", "the parameter _include" },
        { "T-06", "Observation?patient={{context.patientId}}&date=ge2024-01-01", null, null },
        { "T-06", "Observation?patient={{context.patientId}}&date=sa2024-01-01", "date=sa2024-01-01", "date=sa2024-01-01" },
        { "T-06", "Observation?patient={{context.patientId}}&date=ap2024-01-01", "date=ap2024-01-01", "date=ap2024-01-01" },
        { "T-06", "Observation?patient={{context.patientId}}&code=http://loinc.org|ap1", null, null },
        { "T-06", "Observation?patient={{context.patientId}}&_maxresults=5", "the parameter _maxresults", null },
        { "T-07", "Observation?patient={{context.patientId}}&_sort=-date", null, null },
        { "T-07", "Observation?patient={{context.patientId}}&_sort:desc=date", "the parameter _sort:desc", "the parameter _sort:desc" },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{today() - 90 days}}", "the token today() - 90 days", null },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{today()}}", "the token today()", null },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{today() - 3 months}}", "the token today() - 3 months", "the token today() - 3 months" },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{today()+1 days}}", "the token today()+1 days", null },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{today() - 1.5 days}}", "the token today() - 1.5 days", "the token today() - 1.5 days" },
        { "T-08", "Observation?patient={{context.patientId}}&date=ge{{now()}}", "the token now()", "the token now()" },
        { "T-08", "Practitioner?_id={{context.draftOrders.entry.resource.requester.resolve().ofType(Practitioner).id}}", "the token context.draftOrders", null },
        { "T-08", "Device?_id={{context.draftOrders.entry.resource.device.id | context.encounterId}}", "the token context.draftOrders", null },
        { "T-08", "Device?_id={{context.draftOrders.entry.first().id}}", "the token context.draftOrders", "the token context.draftOrders" },
        { "T-08", "Device?_id={{context.draftOrders.entry.where(status='draft').id}}", "the token context.draftOrders", "the token context.draftOrders" },
        { "T-08", "Device?_id={{context.draftOrders.entry[0].id}}", "the token context.draftOrders", "the token context.draftOrders" },
        { "T-08", "Device?_id={{context.draftOrders.value.ofType(string)}}", "the token context.draftOrders", "the token context.draftOrders" },
        { "T-08", "Device?_id={{context.appointments.entry.id}}", "the token context.appointments", "the token context.appointments" },
        { "T-08", "Device?_id={{context.userId | Patient.id}}", "the token context.userId | Patient.id", "the token context.userId | Patient.id" },
        { "T-09", "Encounter/{{%first.id}}", "the token %first.id", null },
        { "T-09", "Encounter/{{%`first`.id}}", "the token %`first`.id", null },
        { "T-09", "Encounter/{{%none.id}}", "the token %none.id", "the token %none, the key of no template; accepted: the key of a template that is listed before" },
        { "T-09", "Encounter/{{%later.id}}", "the token %later.id", "the token %later, which is listed later; accepted" },
        { "T-09", "Encounter/{{%asked.id}}", "the token %asked.id", "the token %asked, which leads in a circle (asked -> asked); accepted" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_is_what_every_client_can_resolve(string requirement, string template, string? v2, string? v3)
    {
        Faults(SpecificationEdition.V2).Should().Match(faults => v2 == null ? faults == "" : faults.StartsWith($"asked: found {v2}"), $"{requirement}, 2.0");
        Faults(SpecificationEdition.V3).Should().Match(faults => v3 == null ? faults == "" : faults.StartsWith($"asked: found {v3}"), $"{requirement}, 3.0");

        string Faults(SpecificationEdition edition) => string.Join('\n', TemplateRules.FaultsIn(
            Hook.OrderSign,
            [new("first", "Patient/{{context.patientId}}"), new("asked", template), new("later", "Condition?patient={{context.patientId}}")],
            edition));
    }

    [Fact]
    [Trait("Requirement", "T-04")]
    public void A_dispatch_has_tokens_of_its_own_and_no_user()
    {
        TemplateRules.FaultsIn(Hook.OrderDispatch, [new("a", "Organization/{{context.performer}}")], SpecificationEdition.V2).Should().BeEmpty();
        TemplateRules.FaultsIn(Hook.OrderDispatch, [new("a", "{{context.userId}}")], SpecificationEdition.V2).Should().ContainSingle();
    }

    [Fact]
    [Trait("Requirement", "T-09")]
    public void Templates_that_wait_for_each_other_are_told_with_the_way_that_leads_back()
    {
        KeyValuePair<string, string>[] templates =
        [
            new("a", "Encounter/{{%b.id}}"), new("b", "Encounter/{{%c.id}}"), new("c", "Encounter/{{%a.id}}"), new("d", "Encounter/{{%a.id}}"),
        ];

        TemplateRules.FaultsIn(Hook.OrderSign, templates, SpecificationEdition.V3).Should().Equal(
            "a: found the token %b, which leads in a circle (a -> b -> c -> a); accepted: the key of a template that is listed before",
            "b: found the token %c, which leads in a circle (b -> c -> a -> b); accepted: the key of a template that is listed before");
    }

    [Fact]
    [Trait("Requirement", "T-08")]
    public void Under_3_0_bookings_that_are_over_are_not_asked_for()
    {
        var appointments = QueryWriter.Write(DataNeed.Appointments, TestKnowledge.Base.Concepts).Single();

        appointments.PublishedFor(SpecificationEdition.V2).Should().Be(appointments.Template);
        appointments.PublishedFor(SpecificationEdition.V3).Should().Be($"{appointments.Template}&date=ge{{{{today() - 30 days}}}}");
    }

    [Theory]
    [Trait("Requirement", "T-08")]
    [InlineData("V2", 0)]
    [InlineData("V3", 1)]
    public void Nothing_but_bookings_is_bounded_by_the_day(string edition, int bounded)
    {
        var templates = NeedInfo.All.SelectMany(info => QueryWriter.Write(info.Need, TestKnowledge.Base.Concepts))
            .Select(query => query.PublishedFor(Enum.Parse<SpecificationEdition>(edition)));

        templates.Count(template => template.Contains("today()")).Should().Be(bounded);
    }
}
