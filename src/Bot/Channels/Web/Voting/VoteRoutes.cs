using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.Web.Voting;

/// <summary>"This helped", "this did not help": of the conversation that the browser's cookie names.</summary>
internal static class VoteRoutes
{
    public static void MapVotes(this IEndpointRouteBuilder app) => app.MapPost("/chat/helpful", VoteAsync);

    private static async Task<IResult> VoteAsync(HttpContext http, ConversationStore store, AnswerVotes votes, IAntiforgery antiforgery)
    {
        if (OwnForm.IsTooLarge(http))
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var isLive = http.Request.Headers["X-Live"] == "1";
        if (!await OwnForm.IsOwnAsync(http, antiforgery) || await ConversationCookie.FindAsync(http, store) is not { } conversation)
        {
            return isLive ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.Redirect("/chat");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["vote"].ToString().Split(':') is not [var number, "yes" or "no"] parts || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || !await votes.AddAsync(conversation.Id, sequence, parts[1] == "yes", http.RequestAborted))
        {
            return Results.NotFound();
        }

        if (isLive)
        {
            return Results.NoContent();
        }

        http.Response.Headers.Location = $"{PageModes.Read(form[PageModes.Field]).Path()}?voted=1#m{sequence}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
