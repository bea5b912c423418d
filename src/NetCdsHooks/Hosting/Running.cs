using Microsoft.Extensions.Options;
using NetCdsHooks.Clinical.Knowledge;
using NetCdsHooks.Trust.Registry;

namespace NetCdsHooks.Hosting;

internal static class Running
{
    /// <summary>Checks settings, clients and cards, then serves until the process is told to stop.</summary>
    /// <returns>The exit code: 1 when anything was wrong at the start, and everything that was wrong is printed.</returns>
    internal static async Task<int> RunUntilStoppedAsync(this WebApplication app)
    {
        await using (app)
        {
            if (FaultsAtStart(app.Services) is { } faults)
            {
                await Console.Error.WriteLineAsync($"NetCdsHooks does not start:\n  {string.Join("\n  ", faults)}");
                return 1;
            }

            try
            {
                await app.RunAsync();
                return 0;
            }
            catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException && !app.Lifetime.ApplicationStarted.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"NetCdsHooks does not start:\n  urls: found {app.Configuration["urls"]}; accepted: addresses that are free, such as http://localhost:5080 ({exception.Message})");
                return 1;
            }
        }
    }

    private static IEnumerable<string>? FaultsAtStart(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }

        string[] faults =
        [
            .. FaultsOf(services.GetRequiredService<KnowledgeStore>().Load),
            .. FaultsOf(services.GetRequiredService<RegistryStore>().Load),
        ];
        return faults.Length == 0 ? null : faults;
    }

    private static IEnumerable<string> FaultsOf(Action load)
    {
        try
        {
            load();
            return [];
        }
        catch (RegistryException exception)
        {
            return exception.Problems.Select(problem => problem.ToString());
        }
        catch (KnowledgeException exception)
        {
            return exception.Problems.Select(problem => problem.ToString());
        }
    }
}
