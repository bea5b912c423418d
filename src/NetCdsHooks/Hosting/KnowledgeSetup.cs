namespace NetCdsHooks.Hosting;

internal static class KnowledgeSetup
{
    internal static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgeLoader>(HookServices.Load);
        services.AddSingleton<KnowledgeStore>();
        services.AddHostedService<KnowledgeWatcher>();
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge");
        return services;
    }
}
