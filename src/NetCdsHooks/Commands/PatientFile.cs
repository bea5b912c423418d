using System.Collections.Immutable;
using System.Text.Json;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Gathering;
using NetCdsHooks.Gathering.Asking;
using NetCdsHooks.Gathering.Templates;
using NetCdsHooks.Hooks;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Commands;

/// <summary>A patient on disk: a whole record as a Bundle, or a call with its prefetch.</summary>
internal abstract record PatientFile
{
    private const string Accepted = "accepted: a FHIR R4 Bundle (collection, searchset or transaction) with exactly one Patient, or the JSON body of a CDS Hooks call";

    private PatientFile()
    {
    }

    internal abstract HookService ServiceIn(HookServices services);

    internal abstract PatientRecord RecordFor(HookService service);

    /// <exception cref="CommandException">It is neither.</exception>
    internal static PatientFile Read(ReadOnlySpan<byte> json)
    {
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        return Top(json) switch
        {
            { } top when top.TryGetProperty("resourceType", out _) => Whole.Read(json),
            { } top when top.TryGetProperty("hook", out _) => new Call(HookRequestParser.Parse(json, DateTimeOffset.UnixEpoch)),
            _ => throw new CommandException($"found JSON with neither \"resourceType\" nor \"hook\"; {Accepted}"),
        };
    }

    private static JsonElement? Top(ReadOnlySpan<byte> json)
    {
        try
        {
            var top = JsonElement.Parse(json);
            return top.ValueKind == JsonValueKind.Object ? top : null;
        }
        catch (JsonException exception)
        {
            throw new CommandException($"found no JSON (line {exception.LineNumber + 1}); {Accepted}");
        }
    }

    /// <summary>A whole record: what is not in it does not exist, so no need is missing.</summary>
    private sealed record Whole(string PatientId, ImmutableArray<Resource> Resources) : PatientFile
    {
        internal static new Whole Read(ReadOnlySpan<byte> json)
        {
            if (JsonSerializer.Deserialize(json, FhirJson.Default.Resource) is not Bundle { Type: "collection" or "searchset" or "transaction" } bundle)
                throw new CommandException($"found another resource or another type of Bundle; {Accepted}");
            var resources = bundle.Entry.Select(entry => entry.Resource).OfType<Resource>().ToImmutableArray();
            return resources.OfType<Patient>().ToArray() is [{ Id: { } id }]
                ? new(id, resources)
                : throw new CommandException($"found {resources.OfType<Patient>().Count()} Patient resources with an id; {Accepted}");
        }

        internal override HookService ServiceIn(HookServices services) => services.All[0];

        internal override PatientRecord RecordFor(HookService service) => new(PatientId, NeedInfo.All.Select(AnswerTo));

        /// <summary>Resources that no need asks for, such as Specimen, come with the patient.</summary>
        private NeedAnswer AnswerTo(NeedInfo info) => new(info.Need, [.. Resources.Where(resource => Belongs(resource, info))]);

        private static bool Belongs(Resource resource, NeedInfo info) =>
            resource is UnreadableResource { ClaimedType: null }
            || resource.TypeName == info.ResourceType
            || (info.Need == DataNeed.Patient && NeedInfo.All.All(other => other.ResourceType != resource.TypeName));
    }

    /// <summary>A call: a key that its prefetch lacks is missing, for nobody can be asked.</summary>
    private sealed record Call(HookRequest Request) : PatientFile
    {
        internal override HookService ServiceIn(HookServices services) =>
            services.All.First(service => service.Definition.Hook == Request.Hook);

        internal override PatientRecord RecordFor(HookService service) =>
            RecordBuilder.Build(Request, KeyAnswer.ByNeed(service.Queries.Select(query => (query, AnswerTo(query)))), ImmutableDictionary<string, KeyAnswer>.Empty);

        private KeyAnswer AnswerTo(NeedQuery query) =>
            Request.Prefetch.TryGetValue(query.Key, out var value) ? Page.Of(value, query).AsWhole() : KeyAnswer.Without(NeedGap.NotSupplied);
    }
}
