using System.Collections.Immutable;
using NetCdsHooks.Clinical.Knowledge;

namespace NetCdsHooks.Trust.Registry;

/// <summary>From the bytes of the clients file to <see cref="ClientsConfig"/>: JSON, names and kinds of members, nothing else.</summary>
internal static class ClientsReader
{
    /// <summary>Null when nothing can be made of it.</summary>
    internal static ClientsConfig? Read(KnowledgeFile file, ProblemList problems)
    {
        if (JsonNodeReader.Open(file, problems)?.Object("clients", "profiles") is not { } root)
            return null;
        var profiles = root.Optional("profiles")?.Members() ?? [];
        return new(
            [.. root.Required("clients")?.Items().Select(ReadClient).OfType<ClientConfig>() ?? []],
            profiles.Select(member => (member.Key, Profile: ReadProfile(member.Value))).Where(pair => pair.Profile is not null)
                .ToImmutableDictionary(pair => pair.Key, pair => pair.Profile!));
    }

    private static ClientConfig? ReadClient(JsonNodeReader node)
    {
        if (node.Object(
            "name", "issuer", "keySetUrl", "keys", "jku", "algorithms", "audiences", "tenants",
            "services", "fhirServers", "privateFhirServers", "fhir", "tokenLifeSeconds", "admin", "profile") is not { } members)
            return null;
        var client = new ClientConfig(node);
        return client with
        {
            Name = members.Required("name")?.Text(),
            Issuer = members.Required("issuer")?.Text(),
            KeySetUrl = members.Optional("keySetUrl")?.Text(),
            Keys = members.Optional("keys"),
            Jku = members.Optional("jku")?.Text(),
            Algorithms = Texts(members, "algorithms") ?? client.Algorithms,
            Audiences = Texts(members, "audiences") ?? client.Audiences,
            Tenants = Texts(members, "tenants"),
            Services = Texts(members, "services"),
            FhirServers = Texts(members, "fhirServers") ?? client.FhirServers,
            PrivateFhirServers = members.Optional("privateFhirServers")?.Flag() ?? client.PrivateFhirServers,
            Fhir = members.Optional("fhir") is { } fhir ? ReadHabits(fhir) : null,
            TokenLifeSeconds = members.Optional("tokenLifeSeconds")?.Number() ?? client.TokenLifeSeconds,
            Admin = members.Optional("admin")?.Flag() ?? client.Admin,
            Profile = members.Optional("profile")?.Text(),
        };
    }

    private static FhirHabitsConfig? ReadHabits(JsonNodeReader node) =>
        node.Object("search", "budgetMilliseconds", "preferredMilliseconds") is not { } members ? null : new(node)
        {
            Search = members.Optional("search")?.Text(),
            BudgetMilliseconds = members.Optional("budgetMilliseconds")?.Number(),
            PreferredMilliseconds = members.Optional("preferredMilliseconds")?.Number(),
        };

    private static ProfileConfig? ReadProfile(JsonNodeReader node)
    {
        if (node.Object(
            "selectionBehavior", "actionsPerSuggestion", "maxCards", "links", "systemActions", "topic",
            "detail", "announceDetailType", "overrideReasons") is not { } members)
            return null;
        var profile = new ProfileConfig(node);
        return profile with
        {
            SelectionBehavior = members.Optional("selectionBehavior")?.Text() ?? profile.SelectionBehavior,
            ActionsPerSuggestion = members.Optional("actionsPerSuggestion")?.Number(),
            MaxCards = members.Optional("maxCards")?.Number() ?? profile.MaxCards,
            Links = members.Optional("links")?.Flag() ?? profile.Links,
            SystemActions = members.Optional("systemActions")?.Text() ?? profile.SystemActions,
            Topic = members.Optional("topic")?.Text() ?? profile.Topic,
            Detail = members.Optional("detail")?.Text() ?? profile.Detail,
            AnnounceDetailType = members.Optional("announceDetailType")?.Flag() ?? profile.AnnounceDetailType,
            OverrideReasons = Texts(members, "overrideReasons"),
        };
    }

    /// <summary>An entry that is no text is a problem and stays in the list as an empty one, so that places keep their numbers.</summary>
    private static ImmutableArray<string>? Texts(JsonObjectReader members, string name) =>
        members.Optional(name) is { } list ? [.. list.Items().Select(item => item.Text() ?? "")] : null;
}
