using System.Data.Common;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting;

/// <summary>Nothing can be stored, or read: whoever asked is told the truth, with numbers to ring, and staff find in the log what to do.</summary>
internal static partial class StorageTrouble
{
    private const string SomeSeconds = "15";

    /// <summary>Answers for every page and channel behind it that doesn't answer for itself.</summary>
    public static void UseStorageTrouble(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or SealBrokenException or DbException && !http.Response.HasStarted)
        {
            await AnswerAsync(http, Words(http, exception));
        }
    });

    /// <summary>What the resident is told, for a channel that answers in a shape of its own; staff find in the log what to do.</summary>
    public static string Words(HttpContext http, Exception trouble)
    {
        var broken = trouble as SealBrokenException;
        var whatToDo = broken is not null ? "What is kept of their conversation can't be opened. Run check --data: it names it. Restore it from a back-up." : new StorageUnavailableException(trouble is StorageUnavailableException { InnerException: { } inner } ? inner : trouble).Message;
        LogTrouble(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StorageTrouble)), whatToDo);
        http.Response.Headers.RetryAfter = SomeSeconds;
        var around = http.RequestServices.GetRequiredService<SurroundingsSource>().At(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var council = around.Content.Council;
        return around.Content.Phrases.Say(broken is null ? PhraseIds.NotKept : PhraseIds.NotReadable, council.Values(around.IsOpen), 0).Text;
    }

    private static Task AnswerAsync(HttpContext http, string words)
    {
        var council = http.RequestServices.GetRequiredService<SurroundingsSource>().At(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).Content.Council;
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = SomeSeconds;
        return TroublePage.WriteAsync(http, council, words);
    }

    [LoggerMessage(1020, LogLevel.Error, "Somebody could not be answered, and was told so with numbers to ring. {WhatToDo}")]
    private static partial void LogTrouble(ILogger logger, string whatToDo);
}
