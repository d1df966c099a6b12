using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TransformingLives.CaseSystems.Tests.Webhook;

/// <summary>A council's own receiver of events, on a port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    /// <summary>Among the answers: the post is taken, and the line is cut before the answer.</summary>
    public const int Cut = 0;

    private readonly WebApplication app;

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/events", TakeAsync);
    }

    public Uri Address => new(app.Urls.First() + "/events");

    /// <summary>What came in, oldest first.</summary>
    public List<(string Id, string Time, string Signature, string ContentType, string Body)> Posts { get; } = [];

    /// <summary>What is answered: the status of each post in turn, then 200.</summary>
    public Queue<int> Answers { get; } = [];

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        Posts.Add((headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), http.Request.ContentType!, await reader.ReadToEndAsync()));
        var status = Answers.TryDequeue(out var next) ? next : StatusCodes.Status200OK;
        if (status == Cut)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
    }
}
