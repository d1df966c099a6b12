using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>An officer accepts: exactly one does, and the next is shown who has it.</summary>
internal static class AcceptConversation
{
    public static async Task<IResult> HandleAsync(HttpContext http, string id, TurnRunner runner, CouncilCases cases, TimeProvider clock)
    {
        var officer = http.Officer();
        var joins = new IncomingEvent(id, $"desk:{ConversationId.New()}", new ConversationEvent.OfficerJoins(officer), clock.GetUtcNow());
        var result = await runner.RunAsync(joins, http.RequestAborted);
        if (result is EventResult.NoConversation)
        {
            return Results.NotFound();
        }

        if (result is EventResult.Done)
        {
            await cases.TakeAlertsOfAsync(id, officer.Name);
        }

        var query = QueueFilter.From(http.Request).Query;
        var held = result is EventResult.Refused { HeldBy: { } holder } && holder.Id != officer.Id ? $"{(query.Length == 0 ? "?" : "&")}said=held" : "";
        http.Response.Headers.Location = $"/desk/conversations/{id}{query}{held}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
