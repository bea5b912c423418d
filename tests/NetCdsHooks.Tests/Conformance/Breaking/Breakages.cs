using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NetCdsHooks.Gathering;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust.Keys;
using NetCdsHooks.Trust.Replay;

namespace NetCdsHooks.Tests.Conformance.Breaking;

/// <summary>Each SHALL, each SHALL NOT and each rule on tokens, broken once. The rules on cards are broken one by one in <see cref="AnswerRulesTests"/>.</summary>
internal static class Breakages
{
    private const string Discovery = "/cds-services";

    private const string EveryEntry = "DiscoveryTests.Every_entry_says_what_it_is";

    private const string Templates = "DiscoveryTests.Templates_keep_to_the_queries_that_every_client_knows";

    private const string Missing = "RefusalTests.A_missing_member_is_refused_by_name";

    private const string Nothing = "nothing is refused";

    internal static IReadOnlyList<Breakage> All { get; } = [.. Answers, .. Catalogue, .. Calls, .. Data, .. Feedback, .. Tokens];

    private static IEnumerable<Breakage> Answers =>
    [
        new("G-01", "a guard before the JSON, as some servers write it", "AnswerTests.Answers_are_JSON_that_nobody_stores",
            SpoiltAnswers.Every((_, answer) => answer with { Body = ")]}'," + answer.Body })),
        new("G-03", "a card without links says so by null", "AnswerTests.Nothing_null_or_empty_is_sent", Card(card => card["links"] = null)),
        new("G-04", "a draft is sent as text", "AnswerTests.A_suggestion_creates_a_draft_for_the_same_patient_for_each_order", Card(card =>
        {
            foreach (var action in (card["suggestions"]?.AsArray() ?? []).SelectMany(suggestion => suggestion!["actions"]!.AsArray()))
                action!["resource"] = action["resource"]!.ToJsonString();
        })),
        new("G-05", "the settings are not judged at the start", "StartUpTests.In_Production_a_service_that_listens_on_plain_http_does_not_start",
            services => services.RemoveAll<IValidateOptions<ServiceOptions>>()),
        new("X-05", "the settings are not judged at the start", "StartUpTests.In_Production_a_service_that_listens_on_plain_http_does_not_start",
            services => services.RemoveAll<IValidateOptions<ServiceOptions>>()),
        new("R-01", "the cards are called advice", "AnswerTests.A_fired_card_comes_with_all_that_a_client_needs", SpoiltAnswers.Json(ServicePath, answer =>
        {
            answer["advice"] = answer["cards"]!.DeepClone();
            answer.Remove("cards");
        })),
        new("C-03", "a detail with HTML in it", "AnswerTests.A_detail_is_Markdown_without_HTML", Card(card => card["detail"] = $"<b>{card["detail"]}</b>")),
        new("E-01", "an extension that is a text", "AnswerTests.A_fired_card_comes_with_all_that_a_client_needs", Card(card => card["extension"] = "card 1.2.3")),
    ];

    private static IEnumerable<Breakage> Catalogue =>
    [
        new("D-01", "discovery answers 203", "DiscoveryTests.Discovery_answers_an_object_with_the_services",
            SpoiltAnswers.Every((_, answer) => answer with { Status = 203 })),
        new("D-02", "the services stand alone, without an object around them", "DiscoveryTests.Discovery_answers_an_object_with_the_services",
            SpoiltAnswers.Every((_, answer) => answer with { Body = JsonNode.Parse(answer.Body)!["services"]!.ToJsonString() })),
        new("D-04", "a service without its hook", EveryEntry, Entry(entry => entry.Remove("hook"))),
        new("D-05", "a service under another id than discovery tells", "DiscoveryTests.Every_service_lies_under_the_address_of_discovery", Entry(entry => entry["id"] = $"{entry["id"]}-2")),
        new("D-06", "a service without a description", EveryEntry, Entry(entry => entry.Remove("description"))),
        new("D-16", "a hook of our own with a plain name", EveryEntry, Entry(entry => entry["hook"] = "chart-open")),
        new("T-02", "tokens in single braces", Templates, Template(template => template.Replace("{{", "{").Replace("}}", "}"))),
        new("T-03", "a token that names no field of the context", Templates, Template(template => template.Replace("context.patientId", "patientId"))),
        new("T-04", "a field that is no token of the hook", Templates, Template(template => template.Replace("context.patientId", "context.draftOrders"))),
        new("T-09", "a template that waits for a later one", "DiscoveryTests.Each_template_stands_after_those_that_it_depends_on",
            Template(template => template.StartsWith("Patient/", StringComparison.Ordinal) ? "Patient/{{%conditions.id}}" : template)),
    ];

    private static IEnumerable<Breakage> Calls =>
    [
        new("Q-01", "a call of a service that is not there is answered", "RefusalTests.An_unknown_service_is_not_found", SpoiltAnswers.NothingIsRefused()),
        .. from requirement in (string[])["Q-02", "Q-03", "Q-04", "Q-06"] select new Breakage(requirement, Nothing, Missing, SpoiltAnswers.NothingIsRefused()),
        new("Q-05", "plain http may be asked as in Development", "ClientAnswerTests.Plain_http_is_never_asked", services => services.AddSingleton(new AccessRules(isDevelopment: true))),
        new("Q-13", Nothing, "OrderCallTests.Orders_of_another_FHIR_version_are_refused_with_a_clear_text", SpoiltAnswers.NothingIsRefused()),
        new("H-01", Nothing, "HookContextTests.A_required_member_that_is_absent_is_named", SpoiltAnswers.NothingIsRefused()),
        new("P-07", "what cannot be checked is called well", "PrefetchTests.Without_a_problem_list_there_is_no_advice", SpoiltAnswers.NothingIsRefused()),
        new("R-03", "what cannot be checked is called well", "PrefetchTests.Without_a_problem_list_there_is_no_advice", SpoiltAnswers.NothingIsRefused()),
    ];

    private static IEnumerable<Breakage> Data =>
    [
        new("A-02", "the token is left away", "FhirAccessTests.Prefetched_or_fetched_the_same_data_give_the_same_cards",
            services => services.AddHttpClient(FhirExchange.PrivateName).AddHttpMessageHandler(() => new Passing(request => request.Headers.Authorization = null))),
        new("A-03", "each request is logged with its token", "FhirAccessTests.Neither_token_nor_ids_nor_values_are_logged",
            services => services.AddHttpClient(FhirExchange.PrivateName).AddHttpMessageHandler(provider => new Passing(request =>
                provider.GetRequiredService<ILogger<Passing>>().LogInformation("Asked with {Token}", request.Headers.Authorization)))),
    ];

    private static IEnumerable<Breakage> Feedback =>
    [
        .. from requirement in (string[])["F-02", "F-03", "F-04", "F-05", "F-08"]
           select new Breakage(requirement, "everything is called kept", "FeedbackCallTests.What_is_no_feedback_is_told", SpoiltAnswers.Every((_, answer) => new(200, """{"kept":1}"""))),
        new("F-11", Nothing, "AdmissionTests.Feedback_needs_a_token_as_well", SpoiltAnswers.NothingIsRefused()),
    ];

    private static IEnumerable<Breakage> Tokens =>
    [
        .. from rule in (IEnumerable<(string Requirement, string Test)>)
           [
               ("J-01", "Without_a_token_nobody_is_heard"), ("J-02", "The_token_comes_in_its_header"), ("J-04", "No_signature_is_no_signature"),
               ("J-05", "A_public_key_is_no_shared_secret"), ("J-06", "The_algorithm_is_the_clients_and_fits_the_key"),
               ("J-07", "The_key_is_named_and_known"), ("J-08", "The_type_is_JWT"), ("J-09", "Issuer_and_address_of_keys_are_registered_together"),
               ("J-11", "The_audience_is_the_address_called"), ("J-12", "It_has_not_expired"), ("J-13", "It_was_issued_and_does_not_live_too_long"),
               ("J-15", "The_tenant_is_one_of_the_clients"), ("J-16", "It_is_not_used_too_early"), ("J-19", "What_is_no_token_is_not_looked_into"),
           ]
           select new Breakage(rule.Requirement, "who is refused is let in", $"AttackTests.{rule.Test}", SpoiltAnswers.NothingIsRefused()),
        new("J-03", "any signature will do", "AttackTests.The_signature_is_that_of_the_clients_key", AnySignature),
        new("J-10", "no key is ever known", "AdmissionTests.A_good_token_gets_advice", NoKey),
        new("J-14", "used tokens are forgotten", "AdmissionTests.A_token_is_good_for_one_call", services => services.AddSingleton<IReplayMemory, Forgetful>()),
        new("J-17", "keys are forgotten after each call", "KeyTests.Keys_are_fetched_once_and_remembered", services => services.AddTransient<KeyStore>()),
        new("J-18", "keys are forgotten after each call", "KeyTests.While_the_source_is_down_known_keys_are_good_and_others_wait", services => services.AddTransient<KeyStore>()),
        new("J-20", "a refusal tells whether there was a token", "AttackTests.A_good_token_at_another_place_is_not_seen", SpoiltAnswers.Every((http, answer) =>
            answer.Status == 401 && http.Request.Headers.Count + http.Request.Query.Count > Plain ? answer with { Body = answer.Body + " " } : answer)),
        new("J-21", "each call is logged with its token", "ClientAnswerTests.Nothing_of_a_token_or_a_patient_reaches_the_log_but_iss_tenant_and_jti",
            SpoiltAnswers.Every((http, answer) =>
            {
                http.RequestServices.GetRequiredService<ILogger<Passing>>().LogInformation("Called with {Token}", http.Request.Headers.Authorization.ToString());
                return answer;
            })),
        new("J-22", "who is refused is let in", "AdmissionTests.A_client_may_use_its_own_services_only", SpoiltAnswers.NothingIsRefused()),
    ];

    private const string ServicePath = "/cds-services/net-patient-view";

    /// <summary>Headers of a call without a token: content type, content length, host.</summary>
    private const int Plain = 3;

    private static Action<IServiceCollection> Card(Action<JsonObject> spoil) => SpoiltAnswers.Json(ServicePath, answer =>
    {
        foreach (var card in answer["cards"]?.AsArray() ?? [])
            spoil(card!.AsObject());
    });

    private static Action<IServiceCollection> Entry(Action<JsonObject> spoil) => SpoiltAnswers.Json(Discovery, answer =>
    {
        foreach (var entry in answer["services"]?.AsArray() ?? [])
            spoil(entry!.AsObject());
    });

    private static Action<IServiceCollection> Template(Func<string, string> spoil) => Entry(entry =>
    {
        foreach (var (key, template) in entry["prefetch"]!.AsObject().ToArray())
            entry["prefetch"]![key] = spoil((string)template!);
    });

    private static void AnySignature(IServiceCollection services) => services.PostConfigureAll<JwtBearerOptions>(options =>
        options.TokenValidationParameters.SignatureValidator = (token, _) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(token));

    private static void NoKey(IServiceCollection services) => services.PostConfigureAll<JwtBearerOptions>(options =>
        options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => []);

    private sealed class Passing(Action<HttpRequestMessage> change) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Forgetful : IReplayMemory
    {
        public ValueTask<TokenUse> TryUseAsync(string issuer, string jti, DateTimeOffset expires) => new(TokenUse.First);
    }
}
