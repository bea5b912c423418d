using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NetCdsHooks.Tests.Conformance.Breaking;

/// <summary>Stands before the whole service and changes what it answers.</summary>
internal sealed class SpoiltAnswers(Func<HttpContext, SpoiltAnswer, SpoiltAnswer> spoil) : IStartupFilter
{
    /// <summary>Changes the JSON of every answer with 200 to paths that begin so.</summary>
    internal static Action<IServiceCollection> Json(string path, Action<JsonObject> spoil) => Every((http, answer) =>
    {
        if (answer.Status != 200 || !http.Request.Path.StartsWithSegments(path) || JsonNode.Parse(answer.Body) is not JsonObject json)
            return answer;
        spoil(json);
        return answer with { Body = json.ToJsonString() };
    });

    /// <summary>Whatever is refused is answered as if it were well.</summary>
    internal static Action<IServiceCollection> NothingIsRefused(string body = """{"cards":[]}""") =>
        Every((_, answer) => answer.Status >= 400 ? new SpoiltAnswer(200, body) : answer);

    internal static Action<IServiceCollection> Every(Func<HttpContext, SpoiltAnswer, SpoiltAnswer> spoil) =>
        services => services.AddSingleton<IStartupFilter>(new SpoiltAnswers(spoil));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, following) =>
        {
            var sent = http.Response.Body;
            using var kept = new MemoryStream();
            http.Response.Body = kept;
            await following(http);
            http.Response.Body = sent;
            var spoilt = spoil(http, new(http.Response.StatusCode, Encoding.UTF8.GetString(kept.ToArray())));
            http.Response.StatusCode = spoilt.Status;
            http.Response.ContentLength = null;
            await http.Response.WriteAsync(spoilt.Body);
        });
        next(app);
    };
}

internal sealed record SpoiltAnswer(int Status, string Body);
