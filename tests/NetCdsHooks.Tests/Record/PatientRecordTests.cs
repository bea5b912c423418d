using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;

namespace NetCdsHooks.Tests.Record;

public class PatientRecordTests
{
    [Fact]
    public void A_need_that_was_never_answered_is_a_gap() =>
        new PatientRecord("ida", []).GapOf(DataNeed.Imaging).Should().Be(NeedGap.NotSupplied);

    [Fact]
    public void An_empty_answer_is_an_answer() =>
        new PatientRecord("ida", [new(DataNeed.Imaging, [])]).GapOf(DataNeed.Imaging).Should().BeNull();

    [Theory]
    [Trait("Requirement", "P-12")]
    [InlineData("Patient/ida", true)]
    [InlineData("https://ehr.example.org/fhir/Patient/ida", true)]
    [InlineData("urn:uuid:ida", true)]
    [InlineData("Patient/bo", false)]
    [InlineData("Group/ida", false)]
    [InlineData("urn:uuid:bo", false)]
    public void Data_of_another_patient_is_never_used(string subject, bool used)
    {
        var record = RecordOf(new Observation { Id = "o", Subject = new() { Target = subject } });

        record.All<Observation>().Any().Should().Be(used);
        record.ForeignResources.Should().Be(used ? 0 : 1);
    }

    [Fact]
    public void The_same_resource_from_two_pages_counts_once_in_its_latest_version()
    {
        var record = RecordOf(
            new Observation { Id = "o", Status = "final", Meta = new() { LastUpdated = "2026-01-01T00:00:00Z" } },
            new Observation { Id = "o", Status = "corrected", Meta = new() { LastUpdated = "2026-02-01T00:00:00Z" } },
            new Observation { Id = "o", Status = "preliminary" });

        record.All<Observation>().Should().ContainSingle().Which.Status.Should().Be("corrected");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(null, true)]
    public void What_is_forbidden_is_no_order(bool? doNotPerform, bool isOrder)
    {
        var subject = new Reference { Target = "Patient/ida" };
        var medicine = new MedicationRequest { Id = "m", DoNotPerform = doNotPerform, Subject = subject };
        var record = RecordOf(medicine, new ServiceRequest { Id = "s", DoNotPerform = doNotPerform, Subject = subject });

        record.All<MedicationRequest>().Any().Should().Be(isOrder);
        record.All<ServiceRequest>().Any().Should().Be(isOrder);
        new PatientRecord("ida", [], new CallContext(Hook.OrderSign) { Drafts = [new(medicine)] }).Drafts.Any().Should().Be(isOrder);
    }

    [Fact]
    public void Another_patient_in_place_of_the_patient_is_refused() =>
        RecordOf(new Patient { Id = "bo" }).All<Patient>().Should().BeEmpty();

    private static PatientRecord RecordOf(params Resource[] resources) => new("ida", [new(DataNeed.Pathology, [.. resources])]);
}
