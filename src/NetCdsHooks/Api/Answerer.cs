using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NetCdsHooks.Api.Admin;
using NetCdsHooks.Clinical.Cards;
using NetCdsHooks.Clinical.Picture;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Feedback;
using NetCdsHooks.Feedback.Uuids;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;
using NetCdsHooks.Trust;
using NetCdsHooks.Trust.Profiles;

namespace NetCdsHooks.Api;

/// <summary>From decisions to the answer, with one line for the audit that names no patient.</summary>
internal sealed partial class Answerer(
    CardUuids uuids, ShownCounts counts, UnmappedCounts unmapped, TimeProvider time, ServiceMeter meter, IOptions<ServiceOptions> options, ILogger<Answerer> logger)
{
    internal async Task AnswerAsync(
        HttpContext http, Caller caller, HookService service, HookRequest request,
        PatientRecord record, ClinicalPicture picture, ImmutableArray<CardDecision> decisions)
    {
        var shown = service.Show(record, picture, decisions);
        var mapper = new CardMapper(service.Definition, service.Digest, uuids);
        var draft = DraftFor(request, picture);
        var advice = new CdsResponse([.. shown.Select(card => mapper.ToCard(card, draft))]);
        var shaped = new ProfileShaper(caller.Profile, uuids).Shape(advice, request.Hook);
        var response = options.Value.CdsHooks == SpecificationEdition.V3 ? new NonAdherenceReasons(service.NonAdherenceCodes).Translate(shaped) : shaped;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        Audit(service, caller, request, response);
        counts.Add(caller.Name, service.Definition.Id, response.Cards);
        if (!decisions.IsEmpty)
            unmapped.Add(picture.UnmappedCodes);
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, response, HookFormat.Answer.CdsResponse, http.RequestAborted);
    }

    private static DraftContext DraftFor(HookRequest request, ClinicalPicture picture) => new(
        request.PatientId,
        picture.Tumour.IndexCondition is { } condition && FhirId.IsId(condition.AsSpan("Condition/".Length)) ? condition : null,
        RequesterOf(request.Context.UserId),
        request.Context.EncounterId is { } encounter ? $"Encounter/{encounter}" : null,
        picture.Today,
        request.Hook is Hook.OrderSelect or Hook.OrderSign ? "order" : "proposal");

    private static string? RequesterOf(string? userId) =>
        userId?.Split('/') is ["Practitioner" or "PractitionerRole", var id] && FhirId.IsId(id) ? userId : null;

    private void Audit(HookService service, Caller caller, HookRequest request, CdsResponse response)
    {
        var duration = time.GetUtcNow() - request.ReceivedAt;
        meter.CallAnswered(service.Definition.Id, duration);
        foreach (var card in response.Cards)
            meter.CardShown(card.Extension.Card.Id, card.Indicator);
        var cards = response.Cards.Select(card => $"{card.Extension.Card.Id} {card.Extension.Card.Version} {card.Uuid}").ToArray();
        LogAnswered(
            request.LoggableInstance, service.Definition.Id, caller.LoggableName, service.Digest, cards.Length, string.Join(", ", cards), (long)duration.TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "Call {HookInstance} of {Service} by {Caller} on state {Digest}: {Count} card(s) [{Cards}] in {Milliseconds} ms")]
    private partial void LogAnswered(string hookInstance, string service, string caller, string digest, int count, string cards, long milliseconds);
}
