using System.Globalization;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace NetCdsHooks.Hosting;

internal static class LoggingSetup
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Serilog on the console: lines in Development, JSON elsewhere.</summary>
    internal static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(services => new SerilogLoggerProvider(
            Configure(services.GetRequiredService<IConfiguration>(), builder.Environment.IsDevelopment()).CreateLogger(), dispose: true));
        return builder;
    }

    private static LoggerConfiguration Configure(IConfiguration configuration, bool isDevelopment)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(configuration);
        return isDevelopment
            ? logger.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
            : logger.WriteTo.Console(new JsonFormatter(renderMessage: true));
    }
}
