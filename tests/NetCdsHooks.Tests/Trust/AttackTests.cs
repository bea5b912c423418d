using NetCdsHooks.Tests.Support;

namespace NetCdsHooks.Tests.Trust;

/// <summary>Every attack is refused by the same answer, asks nobody that it should not, and leaves nothing of itself in the log.</summary>
public sealed class AttackTests(TrustedService service) : IClassFixture<TrustedService>
{
    public static TheoryData<string> Of(string requirement) =>
        [.. AttackTable.All.Where(attack => attack.Requirement == requirement).Select(attack => attack.Story)];

    [Theory, MemberData(nameof(Of), "J-01"), Trait("Requirement", "J-01")]
    public Task Without_a_token_nobody_is_heard(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-02"), Trait("Requirement", "J-02")]
    public Task The_token_comes_in_its_header(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-03"), Trait("Requirement", "J-03")]
    public Task The_signature_is_that_of_the_clients_key(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-04"), Trait("Requirement", "J-04")]
    public Task No_signature_is_no_signature(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-05"), Trait("Requirement", "J-05")]
    public Task A_public_key_is_no_shared_secret(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-06"), Trait("Requirement", "J-06")]
    public Task The_algorithm_is_the_clients_and_fits_the_key(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-07"), Trait("Requirement", "J-07")]
    public Task The_key_is_named_and_known(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-08"), Trait("Requirement", "J-08")]
    public Task The_type_is_JWT(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-09"), Trait("Requirement", "J-09")]
    public Task Issuer_and_address_of_keys_are_registered_together(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-11"), Trait("Requirement", "J-11")]
    public Task The_audience_is_the_address_called(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-12"), Trait("Requirement", "J-12")]
    public Task It_has_not_expired(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-13"), Trait("Requirement", "J-13")]
    public Task It_was_issued_and_does_not_live_too_long(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-14"), Trait("Requirement", "J-14")]
    public Task It_can_be_told_from_others(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-15"), Trait("Requirement", "J-15")]
    public Task The_tenant_is_one_of_the_clients(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-16"), Trait("Requirement", "J-16")]
    public Task It_is_not_used_too_early(string story) => Refuse(story);

    [Theory, MemberData(nameof(Of), "J-19"), Trait("Requirement", "J-19")]
    public Task What_is_no_token_is_not_looked_into(string story) => Refuse(story);

    [Theory]
    [Trait("Requirement", "J-02")]
    [Trait("Requirement", "J-20")]
    [InlineData("in the query")]
    [InlineData("in a cookie")]
    [InlineData("in another header")]
    [InlineData("in two headers")]
    public async Task A_good_token_at_another_place_is_not_seen(string place)
    {
        using var own = new TrustedService();
        var token = own.Tokens.Make();
        var request = own.Request(null, place == "in the query" ? $"{ServiceHost.PatientView}?access_token={token}" : ServiceHost.PatientView);
        if (place == "in a cookie")
            request.Headers.Add("Cookie", $"access_token={token}; Authorization={token}");
        if (place == "in another header")
            request.Headers.Add("X-Authorization", $"Bearer {token}");
        if (place == "in two headers")
            request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", $"Bearer {own.Tokens.Make()}"]);

        IsRefused(await own.Host.Send(request), await own.Host.Send(own.Request(null)), place);
    }

    [Fact]
    [Trait("Requirement", "J-20")]
    public void The_table_is_long_and_no_story_is_told_twice()
    {
        AttackTable.All.Should().HaveCountGreaterThan(150);
        AttackTable.All.Select(attack => attack.Story).Should().OnlyHaveUniqueItems();
    }

    private async Task Refuse(string story)
    {
        var attack = AttackTable.All.Single(attack => attack.Story == story);
        var plain = await service.Host.Send(service.Request(null));
        service.ForgetKeys();

        var authorization = attack.Authorization(service.Tokens);

        var answer = await service.Host.Send(service.Request(authorization));

        IsRefused(answer, plain, story);
        service.World.Requests.Should().Equal(attack.NeedsKeys ? [new Uri(TokenMaker.KeySetUrl)] : [], story);
        foreach (var part in authorization?.Split(' ', '.').Where(part => part.Length > 20) ?? [])
            service.Host.Log.Should().NotContain(part, story);
    }

    /// <summary>As a call without any token is, to the byte (J-20).</summary>
    private static void IsRefused(Answer answer, Answer plain, string story)
    {
        answer.Status.Should().Be(401, story);
        answer.Text.Should().Be(plain.Text, story);
        Headers(answer).Should().Equal(Headers(plain), story);
    }

    private static IEnumerable<string> Headers(Answer answer) =>
        answer.Http.Headers.Concat(answer.Http.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
}
