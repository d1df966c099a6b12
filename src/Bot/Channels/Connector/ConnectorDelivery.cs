using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Tells the other side what was said: the assistant's replies, an officer's words, a check-in. From the log, so nothing is lost by a crash or a restart.</summary>
internal sealed class ConnectorDelivery(ConnectorPlaces places, ConversationStore store, ConnectorTokens tokens, ConnectorOptions options, HttpClient http, SurroundingsSource surroundings, TimeProvider clock, ILogger<ConnectorDelivery> logger) : BackgroundService
{
    private const int AtOnce = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];
    private readonly SemaphoreSlim news = new(0);

    /// <summary>Something was said: tell it now, not at the next look.</summary>
    public void Wake()
    {
        // One piece of news wakes it as well as a thousand.
        if (news.CurrentCount == 0)
        {
            news.Release();
        }
    }

    /// <summary>Tells some of those who are behind.</summary>
    /// <returns>How many places were tried.</returns>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var behind = await places.TakeBehindAsync(AtOnce, Lease, cancellationToken);
        foreach (var place in behind)
        {
            await TellAsync(place, cancellationToken);
        }

        return behind.Length;
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var told = 0;
            try
            {
                told = await TellAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                ConnectorLog.Failed(logger, exception.GetType().Name);
            }

            if (told == 0)
            {
                // Whichever comes first: something said on this node, or the next look for what others said.
                using var look = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(news.WaitAsync(look.Token), Task.Delay(Pause, clock, look.Token));
                await look.CancelAsync();
            }
        }
    }

    private async Task TellAsync(ConnectorPlace place, CancellationToken cancellationToken)
    {
        var log = await store.ReadLogAsync(place.ConversationId, place.Sent, cancellationToken);
        var council = surroundings.At(clock.GetUtcNow()).Content.Council;
        var activities = new LogActivities(place.ConversationId, place.ChannelId, "person", $"{council.Name} assistant", file => file);
        var told = place.Sent;
        foreach (var entry in log.Where(entry => entry.Who is Speaker.Assistant or Speaker.Officer))
        {
            foreach (var activity in activities.Of([entry]).Select(node => node!.AsObject()))
            {
                if (ReadActivity.Text(activity["name"]) == HandoffEvent.Initiate)
                {
                    await WithContextAsync(activity, place, activities, cancellationToken);
                }

                if (await SendAsync(place, Addressed(activity, place), cancellationToken) is { } wait)
                {
                    await places.LaterAsync(place.ConversationId, wait.Wait, wait.Problem);
                    return;
                }
            }

            // Each by itself: should we be ended here, they are not told it again. What they need not be told (their own words) goes with what comes after it.
            told = entry.Sequence;
            await places.ToldAsync(place.ConversationId, told, null);
        }

        if (!log.IsEmpty && log[^1].Sequence > told)
        {
            await places.ToldAsync(place.ConversationId, log[^1].Sequence, null);
        }

        if (log.IsEmpty)
        {
            // What is left is for staff only.
            await places.ToldAsync(place.ConversationId, (await store.FindHeadAsync(place.ConversationId, cancellationToken))?.LastSequence ?? place.Sent + 1, null);
        }
    }

    // Whoever takes it has everything before them, as Bot Framework has it: the context as the value, the transcript as an attachment.
    private async Task WithContextAsync(JsonObject handoff, ConnectorPlace place, LogActivities activities, CancellationToken cancellationToken)
    {
        if (!options.TakesHandoff || await store.FindAsync(place.ConversationId, cancellationToken) is not { } conversation)
        {
            return;
        }

        using var loan = surroundings.Borrow(clock.GetUtcNow());
        handoff["value"]!["context"] = HandoffContext.Json(conversation, loan.Surroundings);
        var said = await store.ReadLogAsync(place.ConversationId, 0, cancellationToken);
        var transcript = activities.Of([.. said.Where(line => line.IsSpoken)]);
        handoff["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/json", ["name"] = "Transcript", ["content"] = new JsonObject { ["activities"] = transcript } });
    }

    // The other side names its own ids and times.
    private static JsonObject Addressed(JsonObject activity, ConnectorPlace place)
    {
        foreach (var ours in new[] { "id", "timestamp", "replyToId", "channelData" })
        {
            activity.Remove(ours);
        }

        activity["serviceUrl"] = place.ServiceUrl;
        activity["channelId"] = place.ChannelId;
        activity["conversation"] = new JsonObject { ["id"] = place.TheirId };
        activity["from"] = JsonNode.Parse(place.Bot);
        activity["recipient"] = JsonNode.Parse(place.Person);
        return activity;
    }

    /// <summary>Null when they have it or will never take it; otherwise how long to wait, and why.</summary>
    private async Task<(TimeSpan Wait, string Problem)?> SendAsync(ConnectorPlace place, JsonObject activity, CancellationToken cancellationToken)
    {
        var wait = Retries[Math.Clamp(place.Attempts - 1, 0, Retries.Length - 1)];
        if (!Uri.TryCreate(place.ServiceUrl, UriKind.Absolute, out var service) || !options.IsService(service))
        {
            return null;
        }

        try
        {
            var token = await tokens.TokenAsync(null, cancellationToken);
            var status = await PostAsync(place, activity, token, cancellationToken);
            if (status == HttpStatusCode.Unauthorized)
            {
                status = await PostAsync(place, activity, await tokens.TokenAsync(token, cancellationToken), cancellationToken);
            }

            if ((int)status is >= 200 and < 300)
            {
                return null;
            }

            ConnectorLog.Refused(logger, Fingerprint.Of(place.ConversationId), (int)status);
            return status is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError ? (wait, ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or System.Text.Json.JsonException or KeyNotFoundException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            ConnectorLog.Failed(logger, exception.GetType().Name);
            return (wait, exception.GetType().Name);
        }
    }

    private async Task<HttpStatusCode> PostAsync(ConnectorPlace place, JsonObject activity, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{place.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(place.TheirId)}/activities")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }
}

/// <summary>What the connector writes to the log: fingerprints and codes only.</summary>
internal static partial class ConnectorLog
{
    [LoggerMessage(1321, LogLevel.Error, "Telling a Bot Framework channel failed in {Exception}; it is tried again.")]
    public static partial void Failed(ILogger logger, string exception);

    [LoggerMessage(1322, LogLevel.Warning, "A Bot Framework channel answered {Status} to what was said in {Id}.")]
    public static partial void Refused(ILogger logger, string id, int status);
}
