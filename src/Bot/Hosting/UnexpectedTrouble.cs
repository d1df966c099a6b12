using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting;

/// <summary>A bug of ours: whoever asked is told so with numbers to ring, and reads nothing of the program; the log has the kind of fault and where it was, and nothing of what was sent.</summary>
internal static partial class UnexpectedTrouble
{
    /// <summary>Answers for every page and channel behind it that doesn't answer for itself.</summary>
    public static void UseUnexpectedTrouble(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or BadHttpRequestException) && !http.Response.HasStarted)
        {
            LogTrouble(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(UnexpectedTrouble)), exception.GetType().Name, exception.TargetSite?.DeclaringType?.FullName ?? "");
            await AnswerAsync(http);
        }
    });

    private static Task AnswerAsync(HttpContext http)
    {
        var around = http.RequestServices.GetRequiredService<SurroundingsSource>().At(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var council = around.Content.Council;
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return TroublePage.WriteAsync(http, council, around.Content.Phrases.Say(PhraseIds.NotKept, council.Values(around.IsOpen), 0).Text);
    }

    [LoggerMessage(1021, LogLevel.Error, "Somebody could not be answered because of a fault of the program, and was told so with numbers to ring: {Fault} in {Where}.")]
    private static partial void LogTrouble(ILogger logger, string fault, string where);
}
