using System.Text.Json.Nodes;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>Calls that bring orders along: which are judged, and what is offered to change them.</summary>
public sealed class OrderCallTests(AnyHook any) : IClassFixture<AnyHook>
{
    private const string Cover = "periop-octreotide-functional";
    private const string Receptor = "ct-only-no-sstr";

    /// <summary>What is selected; the card about it; the card about the other order.</summary>
    public static TheoryData<string, string, string> Selections => new()
    {
        { "ServiceRequest/op-1", Cover, Receptor },
        { "ServiceRequest/ct-1", Receptor, Cover },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    [Trait("Requirement", "Q-08")]
    public async Task Only_what_was_just_selected_is_judged(string selected, string expected, string other)
    {
        var answer = await any.Post(any.Call("order-select")
            .With("context.draftOrders", SomeJson.Bundle(AnyHook.Operation(), AnyHook.Scan())).With("context.selections", new JsonArray(selected)));

        answer.CardIds.Should().Contain(expected).And.NotContain(other);
        answer.Card(expected)["detail"]!.ToString().Should().Contain($"`{selected}`");
    }

    [Fact]
    [Trait("Requirement", "Q-08")]
    public async Task A_selection_that_is_not_among_the_orders_is_told()
    {
        var answer = await any.Post(any.Call("order-select").With("context.selections", new JsonArray("ServiceRequest/lost")));

        answer.Card("net-data-incomplete")["detail"]!.ToString().Should().Contain("the orders of this call");
        answer.CardIds.Should().NotContain(Cover);
    }

    [Fact]
    [Trait("Requirement", "Q-07")]
    public async Task An_order_that_comes_with_the_call_is_not_read_from_the_FHIR_server()
    {
        await using var fhir = await RecordingFhirServer.StartAsync(SomeJson.Bundle(SomeJson.Patient(), SomeJson.Tumour()));

        var answer = await any.Post(any.Call("order-sign").WithoutPrefetch().WithFhir(fhir.BaseUrl));

        answer.Status.Should().Be(200, answer.Text);
        fhir.Requests.Should().NotBeEmpty().And.AllSatisfy(request => request.PathAndQuery.Should().NotContain("op-1"));
    }

    [Fact]
    [Trait("Requirement", "Q-09")]
    public async Task A_risky_order_is_found_in_every_place()
    {
        var alone = await any.Post(any.Call("order-sign").With("context.draftOrders", SomeJson.Bundle(AnyHook.Operation())));

        var second = await any.Post(any.Call("order-sign").With(
            "context.draftOrders", SomeJson.Bundle(AnyHook.Drug("rx-1", "amlodipine 5 mg"), AnyHook.Operation(), AnyHook.Drug("rx-2", "paracetamol 1 g"))));

        second.Card(Cover)["summary"]!.ToString().Should().Be(alone.Card(Cover)["summary"]!.ToString());
        second.CardIds.Should().Equal(alone.CardIds);
    }

    [Fact]
    [Trait("Requirement", "C-15")]
    public async Task Of_several_risky_orders_each_is_named_in_its_card()
    {
        var answer = await any.Post(any.Call("order-sign").With("context.draftOrders", SomeJson.Bundle(AnyHook.Scan("ct-1"), AnyHook.Scan("ct-2"))));

        answer.Cards.Where(card => (string)card["extension"]!["org.netcdshooks.card"]!["id"]! == Receptor)
            .Select(card => card["detail"]!.ToString().Split('\n')[0]).Should().Equal("**About**: CT abdomen (`ServiceRequest/ct-1`)", "**About**: CT abdomen (`ServiceRequest/ct-2`)");
    }

    [Theory]
    [InlineData("order-select", "MedicationOrder")]
    [InlineData("order-sign", "MedicationOrder")]
    [InlineData("order-sign", "ProcedureRequest")]
    [Trait("Requirement", "Q-13")]
    public async Task Orders_of_another_FHIR_version_are_refused_with_a_clear_text(string hook, string type)
    {
        var order = new JsonObject { ["resourceType"] = type, ["id"] = "order-123", ["status"] = "draft" };

        var answer = await any.Post(any.Call(hook).With("context.draftOrders", SomeJson.Bundle(order)));

        answer.Status.Should().Be(400, answer.Text);
        answer.Reason.Should().Contain($"context.draftOrders.entry[0].resource: found {type}, which is of another FHIR version; accepted: resources of FHIR R4");
    }

    [Fact]
    [Trait("Requirement", "S-09")]
    public async Task A_changed_order_keeps_all_else_as_it_was_sent()
    {
        const string kept = """
            "extension":[{"url":"http://example.org/x","valueDecimal":1.00},{"url":"http://example.org/y","valueString":"caf\u00e9"}],"zzz":{"a":[1.50,null,{"b":"  "}]},"code":{"coding":[{"system":"http://loinc.org","code":"9811-1","_code":{"id":"k"}}],"text":"Chromogranin A"}
            """;
        var order = $$"""{"resourceType":"ServiceRequest","id":"cga-1","status":"draft","intent":"order","subject":{"reference":"Patient/{{HookCall.Patient}}"},{{kept.Trim()}},"note":[{"text":"fasting"}]}""";
        var call = any.Call("order-sign").Prefetch("medication-requests", SomeJson.Bundle(AnyHook.Drug("ppi-1", "omeprazole 20 mg", "active")));
        var body = call.With("context.draftOrders", "PLACE").Body.ToJsonString()
            .Replace("\"PLACE\"", $$"""{"resourceType":"Bundle","entry":[{"resource":{{order}}}]}""", StringComparison.Ordinal);

        var answer = await any.Post("order-sign", body);

        var actions = answer.Card("cga-on-ppi")["suggestions"]!.AsArray().SelectMany(suggestion => suggestion!["actions"]!.AsArray()).ToArray();
        actions.Should().HaveCount(2).And.AllSatisfy(action => action!["type"]!.ToString().Should().Be("update"));
        answer.Text.Split(kept.Trim()).Should().HaveCount(3, "both changes copy it byte for byte");
        var moved = actions[0]!["resource"]!;
        moved["id"]!.ToString().Should().Be("cga-1");
        moved["occurrenceDateTime"]!.ToString().Should().Be("2026-12-05");
        moved["note"]!.AsArray().Select(note => note!["text"]!.ToString()).First().Should().Be("fasting");
        moved["note"]!.AsArray().Should().HaveCount(2);
        actions[1]!["resource"]!["occurrenceDateTime"].Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "S-10")]
    [Trait("Requirement", "S-11")]
    public async Task A_stop_is_taken_back_by_its_reference()
    {
        var answer = await any.Post(any.Call("order-sign").With("context.draftOrders", SomeJson.Bundle(AnyHook.Drug("stop-1", "lanreotide", "stopped"))));

        var action = answer.Card("ssa-abrupt-stop")["suggestions"]![0]!["actions"]!.AsArray().Should().ContainSingle().Which!;
        action["type"]!.ToString().Should().Be("delete");
        action["resourceId"]!.ToString().Should().Be("MedicationRequest/stop-1");
        action.AsObject().Should().NotContainKey("resource");
    }
}
