using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Takes pictures and letters with a message, and gives them back to whoever has their address.</summary>
internal static class UploadEndpoint
{
    public static async Task<IResult> TakeAsync(HttpContext http, string id, DirectLineOptions options, ConversationStore store, KeptFiles files, FreshPictures pictures, TurnRunner runner, DoorLimits limits, TimeProvider clock)
    {
        var caller = DirectLineAuthorization.CallerOf(http);
        if (await store.FindHeadAsync(id, http.RequestAborted) is not { } head || !ConversationEndpoints.IsOpenTo(caller, head))
        {
            return DirectLineProblem.NotFound;
        }

        var (upload, status) = await ReadUpload.FromAsync(http.Request, options);
        if (upload is null)
        {
            return DirectLineProblem.ForStatus(status);
        }

        if (ReadActivity.From(upload.Activity) is not ActivityReading.Read activity)
        {
            return DirectLineProblem.BadRequest("BadArgument", "The activity of the upload can't be read");
        }

        if (limits.WaitToUpload(http, id) is { } wait)
        {
            // Words that come with too many files are heard all the same; the files are not kept.
            activity.Json.Remove("attachments");
            return activity.Text.Length == 0
                ? DirectLineProblem.TooMany(http, wait)
                : await ActivityEndpoints.TakeAsync(http, id, caller, activity, runner, clock, isOverLimit: true, http.RequestAborted);
        }

        var looked = upload.Files.Select(file => (file.Name, file.Bytes, Found: LookThrough.At(file.Bytes))).ToList();
        if (looked.FirstOrDefault(file => file.Found.ContentType is null) is { Found.Refusal: { Length: > 0 } refusal })
        {
            return DirectLineProblem.Of(StatusCodes.Status415UnsupportedMediaType, "BadArgument", refusal);
        }

        var fresh = new List<(string Name, string ContentType, byte[] Bytes)>();
        foreach (var (name, bytes, found) in looked)
        {
            if ((found.ContentType == LookThrough.Pdf ? bytes : await pictures.MakeAsync(found.ContentType!, bytes, http.RequestAborted)) is not { } made)
            {
                return DirectLineProblem.Of(StatusCodes.Status415UnsupportedMediaType, "BadArgument", LookThrough.NotTaken);
            }

            fresh.Add((name, found.ContentType!, made));
        }

        var attachments = new JsonArray();
        foreach (var (name, contentType, bytes) in fresh)
        {
            var kept = await files.KeepAsync(id, name, contentType, bytes, http.RequestAborted);
            attachments.Add(new JsonObject { ["contentType"] = kept.ContentType, ["name"] = kept.Name, ["contentUrl"] = $"{LogActivities.KeptAttachment}{kept.Id}" });
        }

        activity.Json["attachments"] = attachments;
        var user = http.Request.Query["userId"].ToString();
        return await ActivityEndpoints.TakeAsync(http, id, user.Length > 0 && caller.UserId is null ? caller with { UserId = user } : caller, activity, runner, clock, isOverLimit: false, http.RequestAborted);
    }

    public static async Task GiveAsync(HttpContext http, string id, string fileId, DirectLineTokens tokens, KeptFiles files)
    {
        var check = await tokens.CheckAsync(http.Request.Query["t"].ToString(), TokenPurpose.File);
        if (check is not TokenCheck.Good good || good.Caller.ConversationId != id || good.FileId != fileId)
        {
            await (check is TokenCheck.Expired ? DirectLineProblem.Expired : DirectLineProblem.BadToken).ExecuteAsync(http);
        }
        else if (await files.OpenAsync(id, fileId, http.RequestAborted) is not { } found)
        {
            await DirectLineProblem.ForStatus(StatusCodes.Status404NotFound).ExecuteAsync(http);
        }
        else
        {
            // Whatever it is, a browser shows it and runs nothing of it.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            await Results.Stream(found.Bytes, found.File.ContentType, found.File.Name).ExecuteAsync(http);
        }
    }
}
