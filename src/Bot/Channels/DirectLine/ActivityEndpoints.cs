using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Send an activity, and poll for them.</summary>
internal static class ActivityEndpoints
{
    /// <summary>Always 200 with both fields. Of a fault in the store the client hears nothing: one failed poll would silence it for good.</summary>
    public static async Task<IResult> PollAsync(HttpContext http, string id, ConversationStore store, ActivitySets sets, DoorLimits limits, ILogger<ActivitySets> logger)
    {
        var given = http.Request.Query["watermark"].ToString();
        try
        {
            var caller = DirectLineAuthorization.CallerOf(http);
            if (!caller.HoldsSecret && limits.WaitToRead(http, id) is { } wait)
            {
                // A client that is refused one poll never polls again; with nothing new it asks later, and misses nothing.
                DoorLimits.Tell(http, wait);
                return Json(ActivitySets.Nothing(given));
            }

            if (await store.FindHeadAsync(id, http.RequestAborted) is not { } head || !ConversationEndpoints.IsOpenTo(caller, head))
            {
                return DirectLineProblem.NotFound;
            }

            var (set, _, _) = await sets.AfterAsync(id, caller.UserId, Watermark.Read(given, head.LastSequence), sets.LinkOf(http.Request), http.RequestAborted);
            return Json(set);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or StorageUnavailableException or TimeoutException)
        {
            DirectLineLog.Failed(logger, Fingerprint.Of(id), exception.GetType().Name);
            return Json(ActivitySets.Nothing(given));
        }
    }

    /// <summary>Answered when it is stored; the replies go by the stream.</summary>
    public static async Task<IResult> SendAsync(HttpContext http, string id, DirectLineOptions options, ConversationStore store, TurnRunner runner, DoorLimits limits, TimeProvider clock)
    {
        var (bytes, status) = await BoundedBody.ReadAsync(http.Request, options.LargestActivity);
        if (bytes is null)
        {
            return DirectLineProblem.ForStatus(status);
        }

        var caller = DirectLineAuthorization.CallerOf(http);
        if (await store.FindHeadAsync(id, http.RequestAborted) is not { } head || !ConversationEndpoints.IsOpenTo(caller, head))
        {
            return DirectLineProblem.NotFound;
        }

        return ReadActivity.From(bytes) switch
        {
            ActivityReading.Read activity => await TakeAsync(http, id, caller, activity, runner, clock, !caller.HoldsSecret && limits.IsTooMuchFrom(http), http.RequestAborted),
            ActivityReading.Unreadable unreadable => DirectLineProblem.BadRequest(unreadable.Code, unreadable.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Runs a message through its turn; keeps what is none; forgets that somebody is typing.</summary>
    public static async Task<IResult> TakeAsync(HttpContext http, string id, DirectLineCaller caller, ActivityReading.Read activity, TurnRunner runner, TimeProvider clock, bool isOverLimit, CancellationToken cancellationToken)
    {
        if (activity.Type == "typing")
        {
            return Stored(ConversationId.New());
        }

        var message = Arriving.From(id, caller.UserId, activity, ConversationEndpoints.Channel, clock.GetUtcNow()) with { IsOverLimit = isOverLimit };
        var result = activity.Type == "message" ? await runner.RunAsync(message, cancellationToken) : await runner.RecordAsync(message, cancellationToken);
        return result is null ? DirectLineProblem.NotFound : result.IsBusy ? DirectLineProblem.Busy(http, result) : Stored(ActivityId.Of(id, result.MessageSequence));
    }

    private static IResult Stored(string activityId) => Results.Json(new DirectLineStored(activityId), DirectLineJson.Default.DirectLineStored);

    private static IResult Json(JsonObject set) => Results.Content(set.ToJsonString(), "application/json; charset=utf-8");
}
