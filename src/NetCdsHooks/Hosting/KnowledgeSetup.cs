namespace NetCdsHooks.Hosting;

internal static class KnowledgeSetup
{
    internal static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgeStore>();
        services.AddHostedService<KnowledgeWatcher>();
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge");
        return services;
    }
}
