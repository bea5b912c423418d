using System.Text.Json.Nodes;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Api;

/// <summary>What the context of each hook holds, and what the service makes of a context that is not as it was meant.</summary>
public sealed class HookContextTests(AnyHook any) : IClassFixture<AnyHook>
{
    private static readonly string[] Bundles = ["draftOrders", "appointments", "conditions"];

    public static TheoryData<string, string> RequiredMembers => Pairs(hook => hook.Required);

    public static TheoryData<string, string> OptionalMembers => Pairs(hook => hook.Optional);

    public static TheoryData<string, string> Users => Pairs(hook => hook.Users);

    public static TheoryData<string, string> WithBundle => Pairs(hook => hook.Required.Where(Bundles.Contains));

    public static TheoryData<string> Hooks
    {
        get
        {
            var hooks = new TheoryData<string>();
            foreach (var hook in AnyHook.All)
                hooks.Add(hook.Hook);
            return hooks;
        }
    }

    /// <summary>Hook; member; what stands in its place.</summary>
    public static TheoryData<string, string, string> WrongTypes
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var hook in AnyHook.All)
                foreach (var member in hook.Required)
                    foreach (var json in WrongFor(member))
                        cases.Add(hook.Hook, member, json);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task A_complete_call_of_every_hook_is_answered(string hook)
    {
        var answer = await any.Post(any.Call(hook));

        answer.Status.Should().Be(200, answer.Text);
    }

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    [Trait("Requirement", "H-01")]
    [Trait("Requirement", "Q-06")]
    public async Task A_required_member_that_is_absent_is_named(string hook, string member)
    {
        var answer = await any.Post(any.Call(hook).Without($"context.{member}"));

        answer.Status.Should().Be(400, answer.Text);
        answer.Reason.Should().Contain($"context.{member}");
    }

    [Theory]
    [MemberData(nameof(WrongTypes))]
    [Trait("Requirement", "H-02")]
    public async Task A_member_of_the_wrong_type_is_named(string hook, string member, string json)
    {
        var answer = await any.Post(any.Call(hook).With($"context.{member}", JsonNode.Parse(json)));

        answer.Status.Should().Be(400, answer.Text);
        answer.Reason.Should().Contain($"context.{member}").And.Contain("accepted: ");
    }

    [Theory]
    [MemberData(nameof(OptionalMembers))]
    [Trait("Requirement", "H-03")]
    public async Task An_optional_member_may_be_absent(string hook, string member)
    {
        var complete = await any.Post(any.Call(hook));

        var answer = await any.Post(any.Call(hook).Without($"context.{member}"));

        answer.Status.Should().Be(200, answer.Text);
        answer.CardIds.Should().Equal(complete.CardIds);
    }

    [Theory]
    [Trait("Requirement", "E-04")]
    [MemberData(nameof(Hooks))]
    [Trait("Requirement", "H-04")]
    [Trait("Requirement", "G-06")]
    public async Task Members_of_a_later_version_change_nothing(string hook)
    {
        var plain = await any.Post(any.Call(hook));

        var answer = await any.Post(any.Call(hook).With("zzz", true).With("context.zzz", new JsonObject { ["selections"] = 7 }));

        answer.Status.Should().Be(200, answer.Text);
        answer.CardIds.Should().Equal(plain.CardIds);
    }

    [Theory]
    [MemberData(nameof(WithBundle))]
    [Trait("Requirement", "H-05")]
    public async Task An_empty_Bundle_is_no_fault(string hook, string member)
    {
        var call = any.CallWithoutTumour(hook).With($"context.{member}", new JsonObject { ["resourceType"] = "Bundle" });
        if (hook == "order-select")
            call.With("context.selections", new JsonArray());

        var answer = await any.Post(call);

        answer.Status.Should().Be(200, answer.Text);
        answer.Text.Should().Be("""{"cards":[]}""");
    }

    [Theory]
    [InlineData("order-select")]
    [InlineData("order-sign")]
    [Trait("Requirement", "H-06")]
    public async Task Fifty_orders_are_answered_with_no_more_cards_than_can_be_read(string hook)
    {
        string[] ids = [.. Enumerable.Range(1, 50).Select(number => $"ct-{number}")];
        var call = any.Call(hook).With("context.draftOrders", SomeJson.Bundle(ids.Select(AnyHook.Scan)));
        if (hook == "order-select")
            call.With("context.selections", new JsonArray([.. ids.Select(id => JsonValue.Create($"ServiceRequest/{id}"))]));

        var answer = await any.Post(call);

        answer.Status.Should().Be(200, answer.Text);
        answer.CardIds.Should().Equal(Enumerable.Repeat("ct-only-no-sstr", 8));
        answer.Cards.Select(card => (string)card["detail"]!).Should().OnlyHaveUniqueItems("each names its order");
    }

    [Theory]
    [MemberData(nameof(Users))]
    [Trait("Requirement", "H-07")]
    public async Task Every_kind_of_user_is_served(string hook, string user)
    {
        var plain = await any.Post(any.Call(hook));

        var answer = await any.Post(any.Call(hook).With("context.userId", $"{user}/u-1"));

        answer.Status.Should().Be(200, answer.Text);
        answer.CardIds.Should().Equal(plain.CardIds);
    }

    [Fact]
    public async Task A_problem_that_is_only_in_the_context_counts_as_being_on_the_list()
    {
        var nothing = any.Call("problem-list-item-create").Prefetch("conditions", null).With("context.conditions", SomeJson.Bundle());
        var tumour = any.Call("problem-list-item-create").Prefetch("conditions", null).With("context.conditions", SomeJson.Bundle(SomeJson.Tumour()));

        var without = await any.Post(nothing);
        var with = await any.Post(tumour);

        without.Text.Should().Be("""{"cards":[]}""");
        with.CardIds.Should().Contain("workup-gaps");
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    [Trait("Requirement", "T-10")]
    public void A_service_asks_only_for_what_its_cards_read(string hook)
    {
        var cards = TestKnowledge.Base.Cards;
        var asked = cards.Where(card => card.IsActive && card.Hooks.Contains(hook)).ToHashSet();
        for (var before = 0; before != asked.Count;)
        {
            before = asked.Count;
            asked.UnionWith(asked.SelectMany(card => card.RestsOn).ToArray().Select(id => cards.Single(card => card.Id == id)));
        }

        DataNeed[] expected =
        [
            .. asked.SelectMany(card => card.Needs).Concat([DataNeed.Patient, DataNeed.Conditions]).Distinct()
                .Where(need => NeedInfo.Of(need).IsAsked),
        ];
        any.Service(hook).Queries.Select(query => query.Need).Distinct().Should().BeEquivalentTo(expected);
    }

    private static string[] WrongFor(string member) => member switch
    {
        "userId" or "patientId" or "encounterId" or "performer" => ["7", "{}", "[]", "null", "\"\""],
        "selections" or "dispatchedOrders" => ["7", "{}", "null", "\"ServiceRequest/1\"", "[7]", "[\"no reference\"]"],
        _ => ["7", "[]", "null", "\"text\"", "{\"resourceType\":\"Patient\"}"],
    };

    private static TheoryData<string, string> Pairs(Func<(string Hook, string[] Required, string[] Optional, string[] Users), IEnumerable<string>> values)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var hook in AnyHook.All)
            foreach (var value in values(hook))
                pairs.Add(hook.Hook, value);
        return pairs;
    }
}
