using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Pressure;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Refusals in the standard's shape: <c>{"error":{"code":"…","message":"…"}}</c>.</summary>
internal static class DirectLineProblem
{
    public static IResult NoAuthorization { get; } = Of(StatusCodes.Status401Unauthorized, "Unauthorized", "Send a secret or a token: Authorization: Bearer …");

    public static IResult BadToken { get; } = Of(StatusCodes.Status403Forbidden, "BadArgument", "Invalid token or secret");

    public static IResult Expired { get; } = Of(StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired");

    public static IResult NotFound { get; } = Of(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation");

    public static IResult SecretNeeded { get; } = Of(StatusCodes.Status403Forbidden, "BadArgument", "Only the secret can make tokens");

    public static IResult TokenNeeded { get; } = Of(StatusCodes.Status403Forbidden, "BadArgument", "Only a token can be refreshed");

    public static IResult Failed { get; } = Of(StatusCodes.Status500InternalServerError, "ServiceError", "It could not be stored. Send it again");

    /// <summary>Nothing could be stored, or read. Clients show the message or send again by themselves.</summary>
    public static IResult NotKept(string words) => Of(StatusCodes.Status503ServiceUnavailable, "ServiceError", words);

    /// <summary>Too many people write just now: nothing of it is stored, and it may be sent again.</summary>
    public static IResult Busy(HttpContext http, TurnResult busy)
    {
        http.Response.Headers.RetryAfter = BusyTurn.RetryAfter;
        return NotKept(busy.Replies[0].Text);
    }

    /// <summary>More was asked for than is given; when to come again stands in the header.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait) => Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"That is too many. Try again in {DoorLimits.Tell(http, wait)} seconds"));

    public static IResult BadRequest(string code, string message) => Of(StatusCodes.Status400BadRequest, code, message);

    /// <summary>The refusal for a status that has no words of its own yet.</summary>
    public static IResult ForStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Of(status, "NotFound", "There is nothing at this address"),
        StatusCodes.Status405MethodNotAllowed => Of(status, "BadArgument", "This method can't be used here"),
        StatusCodes.Status408RequestTimeout => Of(status, "BadArgument", "The request came too slowly"),
        StatusCodes.Status413PayloadTooLarge => Of(status, "BadArgument", "This is too large"),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "BadArgument", "This type is not taken"),
        _ => Of(status, status >= 500 ? "ServiceError" : "BadArgument", "The request can't be answered"),
    };

    public static IResult Of(int status, string code, string message) =>
        Results.Json(new DirectLineError(new DirectLineErrorBody(code, message)), DirectLineJson.Default.DirectLineError, statusCode: status);
}
