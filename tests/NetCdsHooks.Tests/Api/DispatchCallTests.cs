using System.Net;
using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>Calls that name their orders and do not bring them.</summary>
public sealed class DispatchCallTests(AnyHook any) : IClassFixture<AnyHook>
{
    private const string Receptor = "ct-only-no-sstr";

    /// <summary>Story; the members of the context that name the order.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "version 1.1", """{"dispatchedOrders":["ServiceRequest/ct-1"],"fulfillmentTasks":[{"resourceType":"Task"}]}""" },
        { "between the versions", """{"dispatched-orders":["ServiceRequest/ct-1"],"fulfillment-tasks":[{"resourceType":"Task"}]}""" },
        { "version 1.0", """{"order":"ServiceRequest/ct-1","task":{"resourceType":"Task"}}""" },
        { "the last version is preferred", """{"dispatchedOrders":["ServiceRequest/ct-1"],"dispatched-orders":["ServiceRequest/x"],"order":"ServiceRequest/y"}""" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "H-08")]
    public async Task All_names_of_the_dispatched_orders_give_the_same_advice(string story, string members)
    {
        var call = any.Call("order-dispatch").Without("context.dispatchedOrders").Without("context.fulfillmentTasks")
            .Prefetch("service-requests", SomeJson.Bundle(Active()));
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
            call.With($"context.{name}", value?.DeepClone());

        var answer = await any.Post(call);

        answer.Status.Should().Be(200, $"{story}: {answer.Text}");
        answer.CardIds.Should().Equal([Receptor], story);
    }

    [Fact]
    [Trait("Requirement", "A-01")]
    public async Task An_order_that_is_only_named_is_read_from_the_FHIR_server()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(Active()));

        var answer = await any.Post(any.Call("order-dispatch").WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal(Receptor);
        fhir.Requests.Should().ContainSingle().Which.PathAndQuery.Should().Be("/ServiceRequest/ct-1");
    }

    [Fact]
    public async Task An_order_out_of_reach_is_told_and_never_taken_for_harmless()
    {
        var answer = await any.Post(any.Call("order-dispatch"));

        answer.CardIds.Should().Equal("net-data-incomplete");
        answer.Card("net-data-incomplete")["detail"]!.ToString().Should().Contain("the orders of this call").And.Contain("CT or MRI without receptor imaging");
    }

    /// <summary>Story; whether the call brings it under a key of ours; whether the server answers it.</summary>
    [Theory]
    [InlineData("brought along under a key that nobody published", true)]
    [InlineData("given by the server", false)]
    public async Task Another_order_is_never_taken_for_the_one_that_is_named(string story, bool isPrefetched)
    {
        var other = Active();
        other["id"] = "ct-2";
        await using var fhir = await RecordingFhirServer.StartAsync(_ => isPrefetched ? null : other.DeepClone());
        var call = any.Call("order-dispatch").WithFhir(fhir.BaseUrl);

        var answer = await any.Post(isPrefetched ? call.Prefetch("draft-orders", other) : call);

        answer.CardIds.Should().Equal(["net-data-incomplete"], story);
    }

    [Fact]
    public async Task An_order_that_the_FHIR_server_does_not_give_is_told()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(Active()));
        fhir.Fail("ServiceRequest", new FhirFault.Status(HttpStatusCode.InternalServerError));

        var answer = await any.Post(any.Call("order-dispatch").WithFhir(fhir.BaseUrl));

        answer.Card("net-data-incomplete")["detail"]!.ToString().Should().Contain("the orders of this call");
    }

    [Fact]
    [Trait("Requirement", "P-12")]
    public async Task An_order_of_another_patient_is_not_used_and_said_to_be_unchecked()
    {
        var foreign = Active();
        foreign["subject"] = new JsonObject { ["reference"] = "Patient/other" };
        await using var fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(foreign));

        var answer = await any.Post(any.Call("order-dispatch").WithFhir(fhir.BaseUrl));

        answer.CardIds.Should().Equal("net-data-incomplete");
        answer.Text.Should().Contain("the orders of this call");
    }

    private static JsonObject Active()
    {
        var order = AnyHook.Scan();
        order["status"] = "active";
        return order;
    }
}
