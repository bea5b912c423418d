using NetCdsHooks.Api;
using NetCdsHooks.Api.Admin;
using NetCdsHooks.Api.OpenApi;
using NetCdsHooks.Commands;
using NetCdsHooks.Feedback;
using NetCdsHooks.Gathering;
using NetCdsHooks.Hosting;
using NetCdsHooks.Sandbox;
using NetCdsHooks.Trust;

return await CommandLine.RunAsync(args, ServeAsync);

static async Task<int> ServeAsync(string[] hostArguments)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = hostArguments, ContentRootPath = AppContext.BaseDirectory });
    builder.AddLogging();
    builder.AddSettings();
    builder.Services
        .AddKnowledge()
        .AddTrust()
        .AddGathering()
        .AddCdsServices()
        .AddAdmin()
        .AddFeedback()
        .AddBrowserClients()
        .AddApiDescription()
        .AddSandbox();

    var app = builder.Build();
    app.UsePipeline();
    app.MapCdsServices();
    app.MapFeedback();
    app.MapAdmin();
    app.MapHealth();
    app.MapApiDescription();
    if (app.Environment.IsDevelopment())
        app.MapSandbox();
    return await app.RunUntilStoppedAsync();
}
